import type { Container, LimitRange, PodSpec } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';
import { advice, type Finding } from '../finding';
import type { AppVisit } from '../rule';
import { namespaceOf, type PodMaker, podMaker } from './served-pods';

/** What a container without a quantity is in for; undefined where it has one. */
type Lack = (container: Container, pod: PodSpec) => string | undefined;

/** Where a LimitRange keeps a default, and a container the quantity itself. */
const FIELDS = { default: 'limits', defaultRequest: 'requests' } as const;

/**
 * Looks at the resources of the containers of pods, ephemeral ones aside, which may have none; forgets what it finds in
 * a namespace where a LimitRange of the app gives every container a default.
 *
 * @param list Which default of a LimitRange counts: that of limits or that of requests.
 */
export function unlessDefaulted(
  list: keyof typeof FIELDS,
  resource: string,
  lackOf: Lack,
  change: NonNullable<Finding['change']>,
): () => AppVisit {
  return () => {
    const defaulted = new Set<string>();
    const found: [index: number, namespace: string, container: FieldPath, detail: string][] = [];
    const placeOf = containerPlaces();
    return {
      see(entry) {
        const namespace = namespaceOf(entry) ?? '';
        if (entry.kind.kind === 'LimitRange' && gives(entry.object, list, resource)) defaulted.add(namespace);
        const pods = podMaker(entry);
        const spec = pods?.template.spec;
        if (!pods || !spec) return;
        for (const name of ['initContainers', 'containers'] as const) {
          spec[name]?.forEach((container, index) => {
            const detail = lackOf(container, spec);
            if (detail !== undefined) found.push([entry.index, namespace, placeOf(pods, name, index), detail]);
          });
        }
      },
      end(report) {
        for (const [index, namespace, at, detail] of found)
          if (!defaulted.has(namespace))
            report(index, advice(at.down('resources', FIELDS[list]).key(resource), detail, { change }));
      },
    };
  };
}

/** The places of containers, each made once: thousands of pods have theirs at the same few. */
function containerPlaces(): (pods: PodMaker, list: string, index: number) => FieldPath {
  const lists = new Map<FieldPath, Map<string, FieldPath[]>>();
  return ({ templateAt }, list, index) => {
    const byName = lists.get(templateAt) ?? new Map<string, FieldPath[]>();
    lists.set(templateAt, byName);
    const places = byName.get(list) ?? [];
    byName.set(list, places);
    places[index] ??= templateAt.down('spec', list).index(index);
    return places[index];
  };
}

function gives({ spec }: LimitRange, list: keyof typeof FIELDS, resource: string): boolean {
  return spec?.limits?.some((item) => item.type === 'Container' && item[list]?.[resource] !== undefined) ?? false;
}
