import type { ObjectMeta } from '../../kubernetes/generated/decoded';
import type { Kind } from '../../kubernetes/kinds';
import { FieldPath } from '../field-path';
import type { Finding } from '../finding';

const ROLLBACK_TO = 'deprecated.deployment.rollback.to';
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';
const LARGEST_INT64 = 2n ** 63n;

/**
 * What the server cannot read of the annotations that hold fields of older versions: a whole number of 64 bits.
 *
 * Follows kubernetes pkg/apis/apps/v1/conversion.go Convert_v1_Deployment_To_apps_Deployment,
 * Convert_v1_DaemonSet_To_apps_DaemonSet.
 */
export function deprecatedAnnotationFinding(object: Record<string, unknown>, kind: Kind): Finding | undefined {
  if (kind.kind !== 'Deployment' && kind.kind !== 'DaemonSet') return undefined;
  const name = kind.kind === 'Deployment' ? ROLLBACK_TO : TEMPLATE_GENERATION;
  const value = (object.metadata as ObjectMeta | undefined)?.annotations?.[name];
  if (value === undefined || (value === '' && name === ROLLBACK_TO) || isInt64(value)) return undefined;
  return {
    reason: 'Malformed',
    field: FieldPath.root.down('metadata', 'annotations').key(name),
    detail: 'must be a whole number of 64 bits',
    fix: 'Remove the annotation.',
  };
}

function isInt64(text: string): boolean {
  if (!/^[+-]?[0-9]+$/.test(text)) return false;
  const value = BigInt(text.replace('+', ''));
  return value >= -LARGEST_INT64 && value < LARGEST_INT64;
}
