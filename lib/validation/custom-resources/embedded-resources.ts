import { dns1035Label, dnsLabel, pathSegmentName, pathSegmentPrefix } from '../../kubernetes/formats';
import type { JSONSchemaProps, ObjectMeta } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';
import { type Finding, invalid, required } from '../finding';
import { reportAnnotationKeys } from '../rules/server/annotations';
import { reportLabels } from '../rules/server/labels';
import { fieldSchema, isObject, itemSchema, propertySchema } from './child-schema';

/** A Kubernetes object inside a custom resource, `x-kubernetes-embedded-resource`. */
export interface EmbeddedResource {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly at: FieldPath;
}

/** The Kubernetes objects inside a custom resource, where its schema says that there are some. */
export function embeddedResources(
  value: unknown,
  schema: JSONSchemaProps | undefined,
  at: FieldPath,
): EmbeddedResource[] {
  if (schema === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => embeddedResources(item, itemSchema(schema), at.index(index)));
  if (!isObject(value)) return [];
  const own = schema['x-kubernetes-embedded-resource'] ? [{ resource: value, at }] : [];
  const inner = Object.keys(value).flatMap((name) => {
    const place = propertySchema(schema, name) ? at.child(name) : at.key(name);
    return embeddedResources(value[name], fieldSchema(schema, name), place);
  });
  return [...own, ...inner];
}

/**
 * What is wrong with the apiVersion, the kind and the metadata of an embedded object. A name is not required.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/objectmeta/validation.go validateEmbeddedResource.
 */
export function embeddedResourceFindings({ resource, at }: EmbeddedResource): Finding[] {
  const { apiVersion, kind } = resource;
  const { name, generateName, namespace, labels, annotations } = (resource.metadata ?? {}) as ObjectMeta;
  const metadataAt = at.child('metadata');
  const found: Finding[] = [];
  const report = (finding: Finding) => void found.push(finding);
  for (const reason of name ? pathSegmentName(name) : []) report(invalid(metadataAt.child('name'), name, reason));
  for (const reason of generateName ? pathSegmentPrefix(generateName) : [])
    report(invalid(metadataAt.child('generateName'), generateName, reason));
  for (const reason of namespace ? dnsLabel(namespace) : [])
    report(invalid(metadataAt.child('namespace'), namespace, reason));
  if (labels) reportLabels(labels, metadataAt.child('labels'), report);
  if (annotations) reportAnnotationKeys(annotations, metadataAt.child('annotations'), report);
  return [
    ...textFindings(apiVersion, at.child('apiVersion'), (text) =>
      text.split('/').length > 2 ? ['must be a version, or a group and a version with one / between them'] : [],
    ),
    ...textFindings(kind, at.child('kind'), (text) => dns1035Label(text.toLowerCase())),
    ...found,
  ];
}

function textFindings(value: unknown, at: FieldPath, reasonsOf: (text: string) => string[]): Finding[] {
  if (value === undefined) return [required(at)];
  if (value === '') return [invalid(at, value, 'must not be empty')];
  if (typeof value !== 'string') return [invalid(at, value, 'must be a string')];
  return reasonsOf(value).map((reason) => invalid(at, value, reason));
}
