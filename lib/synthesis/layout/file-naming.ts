import { type Chart, Names } from 'cdk8s';
import { findKind } from '../../kubernetes/kinds';
import type { AppObject } from '../app-object';
import type { Cdk8sOrder } from './cdk8s-order';

/** How the files of an app are named, without their extension. */
export interface FileNaming {
  chart(chart: Chart): string;
  object(object: AppObject): string;
  /** The folders around the file of an object; absent where none is asked for. */
  readonly folder?: (object: AppObject) => readonly string[];
}

/** Names as cdk8s gives them: charts that depend on each other are numbered. Follows cdk8s src/app.ts App.synth. */
export function cdk8sNaming({ charts, chartsDepend }: Cdk8sOrder): FileNaming {
  const names = new Map(
    charts.map(({ chart }, index) => {
      const name = Names.toDnsLabel(chart);
      return [chart, chartsDepend ? `${String(index).padStart(4, '0')}-${name}` : name];
    }),
  );
  return {
    chart: (chart) => names.get(chart) ?? Names.toDnsLabel(chart),
    object: ({ json }) => plain(`${json.kind}.${metadataOf(json).name}`),
  };
}

/**
 * Names that stay the same whatever depends on what: the ids of the chart and of the charts around it, joined by `-`;
 * kind and name of an object.
 *
 * @param objects All objects of the app, among which its CustomResourceDefinitions tell which kinds have no namespace.
 */
export function stableNaming(objects: readonly AppObject[], folderPerNamespace = false): FileNaming {
  const naming: FileNaming = {
    chart: (chart) => chart.node.path.replaceAll('/', '-'),
    object: ({ json }) => plain(`${json.kind}.${metadataOf(json).name ?? metadataOf(json).generateName}`),
  };
  if (!folderPerNamespace) return naming;
  const clusterScoped = clusterScopedKinds(objects);
  const folder = ({ json }: AppObject): string[] => {
    const { namespace } = metadataOf(json);
    if (
      findKind(String(json.apiVersion), String(json.kind))?.namespaced === false ||
      clusterScoped.has(groupKind(json))
    )
      return ['cluster'];
    return namespace ? ['namespaces', namespace] : [];
  };
  return { ...naming, folder };
}

interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
}

function metadataOf({ metadata }: AppObject['json']): Metadata {
  return (metadata ?? {}) as Metadata;
}

function plain(name: string): string {
  return name.replace(/[^0-9a-zA-Z-_.]/g, '');
}

function groupKind({ apiVersion, kind }: AppObject['json']): string {
  return `${String(apiVersion).split('/')[0]} ${kind}`;
}

function clusterScopedKinds(objects: readonly AppObject[]): ReadonlySet<string> {
  const definitions = objects.filter(({ json }) => json.kind === 'CustomResourceDefinition');
  return new Set(
    definitions.flatMap(({ json }) => {
      const { group, names, scope } = (json.spec ?? {}) as {
        group?: string;
        names?: { kind?: string };
        scope?: string;
      };
      return scope === 'Cluster' ? [`${group} ${names?.kind}`] : [];
    }),
  );
}
