import type { EffectKind } from '../effect';
import { isImmutable, type ServedField } from './immutable-fields';
import type { ObjectPair } from './object-pair';

/** Kinds whose controllers replace pods when the pod template changes. */
const ROLLING = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);
const SCALED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);
const SCALING_FIELDS: Readonly<Record<string, readonly string[]>> = {
  HorizontalPodAutoscaler: ['spec.minReplicas', 'spec.maxReplicas'],
  Job: ['spec.parallelism'],
};
const POD_IMAGES = ['spec.containers.image', 'spec.initContainers.image'];

/**
 * What changing a field does by itself, whatever else it lowers or loosens.
 *
 * @param pair Absent for objects whose kind is not known or that do not decode.
 */
export function fieldEffect(field: ServedField, pair: ObjectPair | undefined): EffectKind {
  const { steps } = field;
  if (pair && isImmutable(field, pair)) return 're-creates';
  if (steps[0] === 'metadata') return steps[1] === 'labels' || steps[1] === 'annotations' ? 'metadata' : 'in-place';
  if (!pair) return 'in-place';
  const { kind } = pair.kind;
  const path = steps.join('.');
  if (ROLLING.has(kind) && steps[0] === 'spec' && steps[1] === 'template') return 'restarts-pods';
  if (kind === 'Pod' && POD_IMAGES.includes(path)) return 'restarts-pods';
  const scales = SCALED.has(kind) ? path === 'spec.replicas' : SCALING_FIELDS[kind]?.includes(path);
  return scales ? 'scales' : 'in-place';
}
