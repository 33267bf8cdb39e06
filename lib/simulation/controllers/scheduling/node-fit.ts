import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../../../kubernetes/generated/decoded';
import type { ClusterNode } from '../cluster/cluster-object';
import { toleratesAll } from './tolerations';

const HOSTNAME = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

/** The labels of a node, with those that every node has. */
export function nodeLabels({ name, zone, labels }: ClusterNode): Readonly<Record<string, string>> {
  return { [HOSTNAME]: name, [ZONE]: zone, ...labels };
}

/**
 * Whether a pod asks for such a node: its nodeSelector and its required node affinity.
 *
 * Follows k8s.io/component-helpers scheduling/corev1/nodeaffinity GetRequiredNodeAffinity.
 */
export function selectsNode({ nodeName, nodeSelector, affinity }: PodSpec, node: ClusterNode): boolean {
  if (nodeName && nodeName !== node.name) return false;
  const labels = nodeLabels(node);
  for (const key in nodeSelector) if (labels[key] !== nodeSelector[key]) return false;
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return terms === undefined || terms.some((term) => meetsTerm(term, labels, node.name));
}

/** Whether a pod tolerates the taints that keep new pods away. Follows the scheduler's TaintToleration plugin. */
export function toleratesNode({ tolerations = [] }: PodSpec, { taints }: ClusterNode): boolean {
  return toleratesAll(tolerations, taints, ['NoSchedule', 'NoExecute']);
}

function meetsTerm({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, labels: object, name: string) {
  if (matchExpressions.length + matchFields.length === 0) return false;
  return (
    matchExpressions.every((requirement) => meets(requirement, labels)) &&
    matchFields.every((requirement) => meets(requirement, { 'metadata.name': name }))
  );
}

function meets({ key = '', operator, values = [] }: NodeSelectorRequirement, labels: object): boolean {
  const value = new Map<string, string>(Object.entries(labels)).get(key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default: {
      const [number, limit] = [Number.parseInt(value ?? '', 10), Number(values[0])];
      return operator === 'Gt' ? number > limit : number < limit;
    }
  }
}
