import type { JsonObject } from '../comparison/json';
import { manifestsIn, referenceTo } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { changesText } from './partial-match';
import { TestingError } from './testing-error';
import { containerChanges } from './to-have-container';
import { containersOf, type FoundContainer, workloadIn } from './workloads';

/** The probes of a container. */
export type ProbeName = 'liveness' | 'readiness' | 'startup';

/** The fields of the probes. */
const PROBES = {
  liveness: 'livenessProbe',
  readiness: 'readinessProbe',
  startup: 'startupProbe',
} as const satisfies Record<ProbeName, string>;

/** Which container is meant. */
export interface ProbeOptions {
  /** Its name. Default: the only container that runs as long as the pod does. */
  readonly container?: string;
}

/**
 * Whether a container has a probe; with what a part of one says, where it is given. The server's defaults count as what
 * is not written: `periodSeconds` is 10 unless it is given.
 *
 * @param received The workload, or what holds no other: a Chart, an App, a list.
 * @throws TestingError `ERR_OBJECT` when it is not clear which workload or container is meant.
 */
export function toHaveProbe(
  received: unknown,
  probe: ProbeName,
  part: JsonObject = {},
  options: ProbeOptions = {},
): MatcherResult {
  if (!Object.hasOwn(PROBES, probe))
    throw new TestingError('ERR_OBJECT', `'${probe}' is no probe; give one of ${Object.keys(PROBES).join(', ')}.`);
  const workload = workloadIn(manifestsIn(received));
  const { list, name } = meantContainer(workload, options.container);
  const changes = containerChanges(workload, list, { name, [PROBES[probe]]: part });
  const expectation = `to have a ${probe} probe in the container ${name}${Object.keys(part).length > 0 ? ' as given' : ''}`;
  return matcherResult(changes.length === 0, referenceTo(workload), expectation, () =>
    changes.length === 0 ? '' : changesText(changes),
  );
}

function meantContainer(workload: JsonObject, name: string | undefined): FoundContainer {
  const containers = containersOf(workload);
  const meant = containers.filter((container) => (name === undefined ? container.isLasting : container.name === name));
  const [container, ...more] = meant;
  if (container && more.length === 0) return container;
  const names = (container ? meant : containers).map((other) => other.name).join(', ');
  const problem = container
    ? 'say which one is meant, as { container } in the third place'
    : `it has no ${name ?? 'other'}`;
  throw new TestingError('ERR_OBJECT', `${referenceTo(workload)} has the containers ${names || '(none)'}; ${problem}.`);
}
