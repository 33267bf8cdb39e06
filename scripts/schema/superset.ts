import { minors, type Property, readDefinitions, typeName } from './definitions';
import { fieldType, isSpecial } from './field-type';

const first = minors[0] ?? 0;
const last = minors[minors.length - 1] ?? 0;

/** The minors in which something is served: `[28, 36]` is always. */
type Range = [number, number];

interface Variant {
  type: string;
  required: boolean;
  range: Range;
}

/** One type over all versions. */
export interface SupersetType {
  range: Range;
  fields: Map<string, Variant[]>;
  mergeKeys: Map<string, string[]>;
}

/** One served kind over all versions. */
export interface SupersetKind {
  group: string;
  version: string;
  kind: string;
  type: string;
  range: Range;
}

/** All types and kinds that any of the versions serves, each with the minors in which it is served. */
export function superset(): { types: Map<string, SupersetType>; kinds: Map<string, SupersetKind> } {
  const types = new Map<string, SupersetType>();
  const kinds = new Map<string, SupersetKind>();
  for (const minor of minors) {
    for (const [fullName, definition] of Object.entries(readDefinitions(minor))) {
      const name = typeName(fullName);
      if (isSpecial(name)) continue;
      const type = entry(
        types,
        name,
        (): SupersetType => ({ range: [minor, minor], fields: new Map(), mergeKeys: new Map() }),
      );
      type.range[1] = minor;
      for (const [field, property] of Object.entries(definition.properties ?? {})) {
        addVariant(type, field, property, definition.required?.includes(field) ?? false, minor);
      }
      const served = definition['x-kubernetes-group-version-kind'] ?? [];
      for (const { group, version, kind } of served.length === 1 ? served : []) {
        entry(
          kinds,
          `${group}/${version}/${kind}`,
          (): SupersetKind => ({
            group,
            version,
            kind,
            type: name,
            range: [minor, minor],
          }),
        ).range[1] = minor;
      }
    }
  }
  return { types, kinds };
}

function addVariant(type: SupersetType, field: string, property: Property, required: boolean, minor: number): void {
  const variants = entry(type.fields, field, () => []);
  const notation = fieldType(property);
  const known = variants.find((variant) => variant.type === notation);
  if (known) known.range[1] = minor;
  else variants.push({ type: notation, required, range: [minor, minor] });
  const keys =
    property['x-kubernetes-list-map-keys'] ??
    (property['x-kubernetes-patch-merge-key'] ? [property['x-kubernetes-patch-merge-key']] : undefined);
  if (keys) type.mergeKeys.set(field, keys);
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** `''` for always, else `@30-` (since 1.30), `@-33` (until 1.33) or `@30-33`. */
export function rangeMark([since, until]: Range): string {
  if (since === first && until === last) return '';
  return `@${since === first ? '' : since}-${until === last ? '' : until}`;
}
