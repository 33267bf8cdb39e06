import type {
  CustomResourceDefinitionSpec,
  CustomResourceDefinitionVersion,
} from '../../../kubernetes/generated/decoded';
import { FieldPath } from '../../field-path';

/** The names that the server has for fields that all versions share; `v1` manifests do not have them. */
const SHARED_NAMES = {
  schema: 'validation',
  subresources: 'subresources',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;

type Name = keyof typeof SHARED_NAMES;

/** A field of one version of a CustomResourceDefinition, or of all of them. */
export interface PerVersion<N extends Name> {
  readonly value: CustomResourceDefinitionVersion[N];
  readonly at: FieldPath;
  /** The version that it belongs to; undefined when it belongs to all. */
  readonly version?: CustomResourceDefinitionVersion;
}

/**
 * A field of the versions, where the server looks for it: once at the top when all versions have it alike.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apis/apiextensions/v1/conversion.go
 * Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec.
 */
export function perVersion<N extends Name>(spec: CustomResourceDefinitionSpec, name: N): readonly PerVersion<N>[] {
  let known = places.get(spec);
  if (known === undefined) {
    known = {
      schema: locate(spec, 'schema'),
      subresources: locate(spec, 'subresources'),
      additionalPrinterColumns: locate(spec, 'additionalPrinterColumns'),
      selectableFields: locate(spec, 'selectableFields'),
    };
    places.set(spec, known);
  }
  return known[name];
}

type Places = { readonly [N in Name]: readonly PerVersion<N>[] };

/** Found once for a definition, since its schemas can be long and many rules look at them. */
const places = new WeakMap<CustomResourceDefinitionSpec, Places>();

function locate<N extends Name>({ versions = [] }: CustomResourceDefinitionSpec, name: N): PerVersion<N>[] {
  const spec = FieldPath.root.child('spec');
  const [first, ...others] = versions;
  if (first === undefined) return [];
  const place = (index: number) => spec.child('versions').index(index).child(name);
  if (others.every((version) => isSame(version[name], first[name])))
    return [{ value: first[name], at: spec.child(SHARED_NAMES[name]).standingAt(place(0)) }];
  return versions.map((version, index) => ({ value: version[name], at: place(index), version }));
}

/** Whether two values are equal; an empty list is as none. Follows k8s.io/apimachinery pkg/api/equality Semantic. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isEmptyList(a) && isEmptyList(b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) if (!isSame(left[key], right[key])) return false;
  for (const key in right) if (!(key in left) && !isSame(undefined, right[key])) return false;
  return true;
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
