import type { CustomResourceSubresourceScale } from '../../kubernetes/generated/decoded';
import { FieldPath } from '../field-path';
import { type Finding, invalid } from '../finding';
import { isObject } from './child-schema';

const LARGEST_INT32 = 2 ** 31 - 1;

/**
 * What the scale subresource could not read of a custom resource: the numbers of replicas, and the selector.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/registry/customresource/validator.go ValidateScaleSpec,
 * ValidateScaleStatus.
 */
export function scaleFindings(
  object: Readonly<Record<string, unknown>>,
  { specReplicasPath, statusReplicasPath, labelSelectorPath }: CustomResourceSubresourceScale,
): Finding[] {
  return [
    ...replicasFindings(object, specReplicasPath),
    ...replicasFindings(object, statusReplicasPath),
    ...selectorFindings(object, labelSelectorPath),
  ];
}

function replicasFindings(object: unknown, path = ''): Finding[] {
  const found = follow(object, path);
  if (found === undefined) return [];
  const { at, value } = found;
  if (!Number.isInteger(value)) return [invalid(at, value, 'must be a whole number, as it is the number of replicas')];
  const fits = Number(value) >= 0 && Number(value) <= LARGEST_INT32;
  return fits ? [] : [invalid(at, value, `must be from 0 to ${LARGEST_INT32}`)];
}

function selectorFindings(object: unknown, path = ''): Finding[] {
  const found = follow(object, path);
  if (found === undefined || typeof found.value === 'string') return [];
  return [invalid(found.at, found.value, 'must be a text, as it is the selector of the pods')];
}

/** What stands at a path, or in its way where it is no object; the server writes the path with its first dot. */
function follow(object: unknown, path: string): { readonly at: FieldPath; readonly value: unknown } | undefined {
  if (path === '') return undefined;
  let [place, value] = [FieldPath.root, object];
  for (const step of path.replace(/^\./, '').split('.')) {
    if (value === null || (isObject(value) && !Object.hasOwn(value, step))) return undefined;
    if (!isObject(value)) break;
    [place, value] = [place.child(step), value[step]];
  }
  return { at: FieldPath.root.child(path).standingAt(place), value };
}
