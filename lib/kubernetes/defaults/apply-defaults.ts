import type { ObjectMeta } from '../generated/decoded';
import { defaultDaemonSet } from './daemon-set';
import { defaultDeployment } from './deployment';
import { defaultObjectMeta } from './object-meta';
import { defaultPersistentVolumeClaim } from './persistent-volume-claim';
import { defaultPod } from './pod';
import { defaultPodTemplate } from './pod-template';
import { defaultReplicaSet } from './replica-set';
import { defaultReplicationController } from './replication-controller';
import { defaultStatefulSet } from './stateful-set';

type Defaulting = (object: Record<string, unknown>, minor: number) => void;

const DEFAULTINGS = new Map<string, Defaulting>([
  ['/v1 PersistentVolumeClaim', defaultPersistentVolumeClaim],
  ['/v1 Pod', defaultPod],
  ['/v1 PodTemplate', defaultPodTemplate],
  ['/v1 ReplicationController', defaultReplicationController],
  ['apps/v1 DaemonSet', defaultDaemonSet],
  ['apps/v1 Deployment', defaultDeployment],
  ['apps/v1 ReplicaSet', defaultReplicaSet],
  ['apps/v1 StatefulSet', defaultStatefulSet],
]);

/** The kind that `applyDefaults` is told about; a row of the table of kinds. */
export interface DefaultedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/**
 * Does to a decoded object, in place, what the API server does between decoding and validation on create: fills in
 * defaults, then drops what the minor's feature gates or the kind's strategy do not take. Uids, times, addresses and
 * ports that a server allocates are not made up.
 */
export function applyDefaults(object: Record<string, unknown>, type: DefaultedKind, minor: number): void {
  object.metadata ??= {};
  defaultObjectMeta(object.metadata as ObjectMeta, type.namespaced);
  if (object.status !== undefined) delete object.status;
  DEFAULTINGS.get(`${type.group}/${type.version} ${type.kind}`)?.(object, minor);
}
