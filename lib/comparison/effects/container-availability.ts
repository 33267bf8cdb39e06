import type { Container } from '../../kubernetes/generated/decoded';
import { compareQuantities, parseQuantity } from '../../kubernetes/quantity';
import type { Effect } from '../effect';
import { type ContainerPair, containersOf, type PodPair } from './object-pair';

/** What a container loses when one of its fields is removed. */
const PROTECTIONS = {
  readinessProbe: 'gets traffic before it is ready',
  startupProbe: 'may be restarted by its liveness probe while it starts',
  livenessProbe: 'is no longer restarted when it hangs',
} as const;

/** What a change takes from the availability of the containers of a pod that are there before and after. */
export function containerAvailability(pods: PodPair): Effect[] {
  return containersOf(pods).flatMap(({ name, field, before, after }) =>
    before && after ? effectsOf({ name, field, before, after }) : [],
  );
}

function effectsOf({ name, field, before, after }: Required<ContainerPair>): Effect[] {
  const effects: Effect[] = [];
  const lowers = (detail: string, child: string) =>
    effects.push({ kind: 'lowers-availability', detail: `container ${name} ${detail}`, field: `${field}.${child}` });
  for (const probe of ['readinessProbe', 'startupProbe', 'livenessProbe'] as const) {
    const mattered = probe !== 'startupProbe' || after.livenessProbe !== undefined;
    if (before[probe] && !after[probe] && mattered) lowers(PROTECTIONS[probe], probe);
  }
  if (before.lifecycle?.preStop && !after.lifecycle?.preStop)
    lowers('is ended without its preStop hook', 'lifecycle.preStop');
  const [from, to] = [memoryLimit(before), memoryLimit(after)];
  if (to && (!from || compareQuantities(to, from) < 0))
    lowers(
      `is killed when it needs more than ${after.resources?.limits?.memory} of memory`,
      'resources.limits[memory]',
    );
  return effects;
}

function memoryLimit({ resources }: Pick<Container, 'resources'>) {
  const limit = resources?.limits?.memory;
  return limit === undefined ? undefined : parseQuantity(limit);
}
