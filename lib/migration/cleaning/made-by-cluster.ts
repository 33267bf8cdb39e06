import { objectAt, type PlainObject, titleOf } from '../plain-object';
import { isFromCluster } from './clean-object';

/** Objects that every cluster or namespace has of itself. */
const OF_ITSELF = ['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default', 'Service/kubernetes'];

/** Kinds whose objects only say what happens in a cluster. */
const RECORDS = ['Endpoints', 'Event', 'Lease', 'ControllerRevision'];

/**
 * Who has made an object that was read from a cluster, when that is no person: its owner, such as the ReplicaSet of a
 * Pod, or the cluster itself. It would be made again from what made it.
 */
export function madeByCluster(object: PlainObject): string | undefined {
  if (!isFromCluster(object)) return undefined;
  const owners = objectAt(object, 'metadata').ownerReferences;
  const owner = Array.isArray(owners) ? owners.map((one) => objectAt(one)).find((one) => one.controller) : undefined;
  if (owner) return `${owner.kind}/${owner.name}`;
  return OF_ITSELF.includes(titleOf(object)) || RECORDS.includes(String(object.kind)) ? 'the cluster' : undefined;
}
