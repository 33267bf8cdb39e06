import { type Definition, type Property, readDefinitions } from '../schema/definitions';

/** A property with the closed set of strings that the server publishes for it, where it publishes one. */
export type ImportedProperty = Property & { enum?: string[] };

/** One Kubernetes type as the importer reads it. */
export type ImportedDefinition = Definition & { properties?: Record<string, ImportedProperty> };

/** The group, version and kind of an object that can be written in a manifest. */
export interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

/** Every type that a Kubernetes 1.`minor` API server serves, by full name, in the order of the names. */
export function importedDefinitions(minor: number): Map<string, ImportedDefinition> {
  const definitions = Object.entries(readDefinitions(minor)) as [string, ImportedDefinition][];
  return new Map(definitions.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The kind that a definition describes; undefined for a part of an object and for the types that every group shares. */
export function kindOf(definition: ImportedDefinition): GroupVersionKind | undefined {
  const kinds = definition['x-kubernetes-group-version-kind'] ?? [];
  return kinds.length === 1 && definition.properties?.metadata ? kinds[0] : undefined;
}

/** The full name that a `$ref` points to. */
export function referenced(ref: string): string {
  return ref.replace('#/definitions/', '');
}

/** The full names of the types that a definition mentions, in the order of its fields. */
export function references(definition: ImportedDefinition): string[] {
  const found: string[] = [];
  const visit = (property: Property | undefined): void => {
    if (!property) return;
    if (property.$ref) found.push(referenced(property.$ref));
    visit(property.items);
    visit(property.additionalProperties);
  };
  for (const property of Object.values(definition.properties ?? {})) visit(property);
  return found;
}
