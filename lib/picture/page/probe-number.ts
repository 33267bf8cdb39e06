import type { Container, PodSpec, Probe } from '../../kubernetes/generated/decoded';
import { findKind } from '../../kubernetes/kinds';
import type { Manifest } from '../../simulation/controllers/cluster/object-store';

/** A number of a pod that a page lets its reader change. */
export interface ProbeNumber {
  /** Where it is in the pod spec: `containers.0.livenessProbe.periodSeconds`. */
  readonly path: string;
  /** What it belongs to: `web livenessProbe`. */
  readonly group: string;
  readonly field: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

type ProbeField = 'initialDelaySeconds' | 'periodSeconds' | 'timeoutSeconds' | 'failureThreshold' | 'successThreshold';

/** The least and the usual most of each number, and what the API server fills in. */
const FIELDS: readonly {
  readonly field: ProbeField;
  readonly min: number;
  readonly max: number;
  readonly default: number;
}[] = [
  { field: 'initialDelaySeconds', min: 0, max: 60, default: 0 },
  { field: 'periodSeconds', min: 1, max: 30, default: 10 },
  { field: 'timeoutSeconds', min: 1, max: 10, default: 1 },
  { field: 'failureThreshold', min: 1, max: 10, default: 3 },
  { field: 'successThreshold', min: 1, max: 5, default: 1 },
];
const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
const GRACE = 'terminationGracePeriodSeconds';

/** The numbers of the probes of a workload, and its grace period. */
export function probeNumbers(object: Manifest): ProbeNumber[] {
  const spec = podSpecOf(object);
  const ofContainers = (['initContainers', 'containers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap((container, index) => containerNumbers(container, `${list}.${index}`)),
  );
  const grace = spec.terminationGracePeriodSeconds ?? 30;
  const pod = { path: GRACE, group: 'pod', field: GRACE, value: grace, min: 1, max: Math.max(60, 2 * grace) };
  return [...ofContainers, pod];
}

/** The object with one of its numbers changed. */
export function withProbeNumber(object: Manifest, { path }: Pick<ProbeNumber, 'path'>, value: number): Manifest {
  const changed = structuredClone(object);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (parent, key) => parent[key] as Record<string, unknown>,
    podSpecOf(changed) as Record<string, unknown>,
  );
  parent[last] = value;
  return changed;
}

function containerNumbers(container: Container, path: string): ProbeNumber[] {
  return PROBES.flatMap((name) => {
    const probe: Probe | undefined = container[name];
    if (!probe) return [];
    const fields = FIELDS.filter(({ field }) => field !== 'successThreshold' || name === 'readinessProbe');
    return fields.map(({ field, min, max, default: usual }) => {
      const value = probe[field] ?? usual;
      return {
        path: `${path}.${name}.${field}`,
        group: `${container.name} ${name}`,
        field,
        value,
        min,
        max: Math.max(max, 2 * value),
      };
    });
  });
}

/** The pod spec of a workload, in place. */
function podSpecOf(object: Manifest): PodSpec {
  const path = [...(findKind(object.apiVersion ?? '', object.kind ?? '')?.podTemplate ?? []), 'spec'];
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object) as PodSpec;
}
