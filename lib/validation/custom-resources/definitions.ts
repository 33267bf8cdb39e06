import type {
  CustomResourceDefinition,
  CustomResourceDefinitionVersion,
  CustomResourceSubresourceScale,
  JSONSchemaProps,
} from '../../kubernetes/generated/decoded';
import { findKind } from '../../kubernetes/kinds';
import { decode } from '../decoding/decode';

/** A kind that a CustomResourceDefinition defines. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether fields that no schema knows are kept in every version. */
  readonly preservesUnknownFields: boolean;
  /** The versions that the server serves, in the order of the definition. */
  readonly versions: readonly CustomVersion[];
}

/** A served version of a kind. */
export interface CustomVersion {
  readonly name: string;
  readonly schema: JSONSchemaProps;
  /** Whether the status is a resource of its own, so that the status of a new object is dropped. */
  readonly hasStatus: boolean;
  /** Where the scale subresource finds what it is about. */
  readonly scale?: CustomResourceSubresourceScale;
}

/** The kinds that some CustomResourceDefinitions define. */
export interface Definitions {
  find(group: string, kind: string): CustomKind | undefined;
  /** The names of the kinds of a group. */
  kindsOf(group: string): readonly string[];
}

const API_VERSION = 'apiextensions.k8s.io/v1';
const KIND = 'CustomResourceDefinition';

/** No definitions at all. */
export const NO_DEFINITIONS: Definitions = { find: () => undefined, kindsOf: () => [] };

/**
 * Finds the CustomResourceDefinitions among objects, once it is asked for any; those that do not decode define nothing.
 */
export function readDefinitions(objects: readonly unknown[], minor: number): Definitions {
  let known: Groups | undefined;
  const groups = () => {
    known ??= readGroups(objects, minor);
    return known;
  };
  return {
    find: (group, kind) => groups().get(group)?.get(kind),
    kindsOf: (group) => [...(groups().get(group)?.keys() ?? [])],
  };
}

type Groups = ReadonlyMap<string, ReadonlyMap<string, CustomKind>>;

function readGroups(objects: readonly unknown[], minor: number): Groups {
  const groups = new Map<string, Map<string, CustomKind>>();
  for (const object of objects) {
    const defined = isDefinition(object) ? definedKind(object, minor) : undefined;
    if (defined === undefined) continue;
    const kinds = groups.get(defined.group) ?? new Map<string, CustomKind>();
    groups.set(defined.group, kinds.set(defined.kind, defined));
  }
  return groups;
}

/** The kinds of both; where both define one, that of the first holds. */
export function joinDefinitions(first: Definitions, second: Definitions): Definitions {
  return {
    find: (group, kind) => first.find(group, kind) ?? second.find(group, kind),
    kindsOf: (group) => [...new Set([...first.kindsOf(group), ...second.kindsOf(group)])],
  };
}

/** Whether an object says that it is a CustomResourceDefinition. */
export function isDefinition(object: unknown): boolean {
  if (typeof object !== 'object' || object === null) return false;
  const { apiVersion, kind } = object as Record<string, unknown>;
  return apiVersion === API_VERSION && kind === KIND;
}

function definedKind(object: unknown, minor: number): CustomKind | undefined {
  const type = findKind(API_VERSION, KIND)?.type ?? '';
  const decoded = decode(object, type, minor);
  const { spec } = decoded.object as CustomResourceDefinition;
  if (decoded.findings.length > 0 || !spec?.group || !spec.names?.kind) return undefined;
  return {
    group: spec.group,
    kind: spec.names.kind,
    namespaced: spec.scope !== 'Cluster',
    preservesUnknownFields: spec.preserveUnknownFields === true,
    versions: (spec.versions ?? []).flatMap((version) => servedVersion(version) ?? []),
  };
}

function servedVersion(version: CustomResourceDefinitionVersion): CustomVersion | undefined {
  const { name, served, schema, subresources } = version;
  if (!name || !served) return undefined;
  return {
    name,
    schema: schema?.openAPIV3Schema ?? { 'x-kubernetes-preserve-unknown-fields': true },
    hasStatus: subresources?.status !== undefined,
    ...(subresources?.scale && { scale: subresources.scale }),
  };
}
