import type { Chart } from 'cdk8s';
import type { DerivedField } from '../constructs/derived-field';
import type { AppObject } from './app-object';

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What our constructs say of themselves; those of other libraries and the generated ones do not. */
type Derives = { readonly derivedFields?: () => DerivedField[] };
type Generated = { readonly GVK?: unknown };

/**
 * The values of an object of an app that nobody wrote: what its construct says it made itself, or of a construct of
 * cdk8s, what cdk8s adds: a name from the path, the namespace and the labels of the chart.
 */
export function derivedFieldsOf({ construct, chart, json, added = [] }: AppObject): DerivedField[] {
  const own = (construct as Derives).derivedFields?.();
  if (own) return [...own, ...added];
  const metadata = (json.metadata ?? {}) as Metadata;
  const isGenerated = (construct.constructor as Generated).GVK !== undefined;
  const kind = isGenerated ? ['apiVersion', 'kind'].map((name) => ({ path: [name], from: 'its class' })) : [];
  return [...kind, ...inheritedMetadata(metadata, chart, chart.generateObjectName(construct)), ...added];
}

function inheritedMetadata(metadata: Metadata, { namespace, labels }: Chart, name: string): DerivedField[] {
  const inherited = Object.entries(metadata.labels ?? {}).filter(([key, value]) => labels[key] === value);
  return [
    ...(metadata.name === name ? [{ path: ['metadata', 'name'], from: 'its path in the app' }] : []),
    ...(namespace !== undefined && metadata.namespace === namespace
      ? [{ path: ['metadata', 'namespace'], from: 'its chart' }]
      : []),
    ...inherited.map(([key]) => ({ path: ['metadata', 'labels', key], from: 'its chart' })),
  ];
}
