import type { Chart } from 'cdk8s';
import { writeManifests } from '../../manifest/write-manifests';
import { chartOf } from '../app-object';
import { numbering, type Prerequisites } from './prerequisites';

/** The file of the Flux Kustomizations, in a folder of its own for Flux to begin with. */
export const FLUX_KUSTOMIZATIONS = 'flux/kustomizations.yaml';

/** What Flux has to know beside the charts, in the words of its `Kustomization`. */
export interface FluxKustomizations {
  /** The `GitRepository`, or other source, that holds the output folder. */
  readonly sourceRef: { readonly kind: 'GitRepository' | 'OCIRepository' | 'Bucket'; readonly name: string };
  /** The output folder in that source: `./dist`. */
  readonly path: string;
  /** The namespace of the Kustomizations. Default: `flux-system`. */
  readonly namespace?: string;
  /** How often Flux compares the cluster with the source. Default: `10m`. */
  readonly interval?: string;
  /** Whether Flux deletes what is no longer in the source. Default: true. */
  readonly prune?: boolean;
}

/**
 * Flux Kustomizations, one a chart, each of which waits until those of the charts that it depends on are ready.
 *
 * Follows https://fluxcd.io/flux/components/kustomize/kustomizations/.
 *
 * @param nameOf The name of a chart, which is also that of its folder.
 * @throws SynthesisError `ERR_DEPENDENCY_CYCLE` when charts depend on each other in a circle.
 */
export function fluxKustomizationsText(
  charts: readonly Chart[],
  prerequisites: Prerequisites,
  nameOf: (chart: Chart) => string,
  { sourceRef, path, namespace = 'flux-system', interval = '10m', prune = true }: FluxKustomizations,
): string {
  const neededBy = chartPrerequisites(prerequisites);
  const depthOf = numbering(
    new Map([...neededBy].map(([chart, needed]) => [chart, [[...needed]]])),
    (_chart, highest = -1) => highest + 1,
  );
  const ordered = charts.map((chart) => ({ chart, depth: depthOf(chart) })).sort((a, b) => a.depth - b.depth);
  return writeManifests(
    ordered.map(({ chart }) => {
      const dependsOn = [...(neededBy.get(chart) ?? [])].map((needed) => ({ name: nameOf(needed) }));
      return {
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        metadata: { name: nameOf(chart), namespace },
        spec: {
          ...(dependsOn.length > 0 && { dependsOn }),
          interval,
          path: `${path.replace(/\/$/, '')}/${nameOf(chart)}`,
          prune,
          sourceRef,
          wait: true,
        },
      };
    }),
  );
}

function chartPrerequisites(prerequisites: Prerequisites): ReadonlyMap<Chart, ReadonlySet<Chart>> {
  const charts = new Map<Chart, Set<Chart>>();
  for (const [object, lists] of prerequisites) {
    const chart = chartOf(object);
    const needed = charts.get(chart) ?? new Set<Chart>();
    for (const list of lists) for (const other of list) if (chartOf(other) !== chart) needed.add(chartOf(other));
    charts.set(chart, needed);
  }
  return charts;
}
