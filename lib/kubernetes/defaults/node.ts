import type { Node } from '../generated/decoded';

const NOT_READY = 'node.kubernetes.io/not-ready';

/**
 * Fills in a Node, which starts tainted as not ready.
 *
 * Follows kubernetes plugin/pkg/admission/nodetaint Admit.
 */
export function defaultNode(node: Node): void {
  node.spec ??= {};
  node.spec.taints ??= [];
  if (!node.spec.taints.some(({ key, effect }) => key === NOT_READY && effect === 'NoSchedule')) {
    node.spec.taints.push({ key: NOT_READY, effect: 'NoSchedule' });
  }
}
