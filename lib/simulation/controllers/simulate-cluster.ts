import type { PodSpec } from '../../kubernetes/generated/decoded';
import { DEFAULT_MINOR, minorOf } from '../../kubernetes/version';
import { constantChoices, nominalChoices, seededChoices } from '../choices';
import type { PodBehaviour } from '../pod-behaviour';
import type { Cluster } from './cluster/cluster';
import { type ClusterChoices, staggeredChoices } from './cluster/cluster-choices';
import type { Manifest } from './cluster/object-store';
import { groupOf } from './cluster/pod-store';
import type { ClientLimits } from './cluster/request-limiter';
import type { ClusterScenario } from './cluster-scenario';
import type { NewNode } from './node/node-store';
import { runCluster } from './run-cluster';
import { createMachineRuntime } from './runtime/machine-runtime';
import type { PodScript } from './runtime/pod-script';
import { createScriptedPod } from './runtime/scripted-pod';
import type {
  AvailabilitySample,
  ClusterTimeline,
  EndpointsSample,
  Range,
  WorkloadSummary,
} from './timeline/cluster-timeline';
import { eventBounds } from './timeline/event-bounds';
import { eventName } from './timeline/event-name';
import { type Figures, figuresOf } from './timeline/figures';
import { findDeadlock } from './timeline/find-deadlock';
import { observeAvailability } from './timeline/observe-availability';
import { observeEndpoints } from './timeline/observe-endpoints';
import { observeTemplates } from './timeline/observe-templates';
import { type WorkloadReference, workloadName, workloadsOf } from './timeline/workload';

/** The pod whose behaviour is asked for. */
export interface SimulatedPod {
  /** `web-r1-2`: the second pod made from the first template of `web`. */
  readonly name: string;
  /** The name of its group: `web-r1`; its own name for a pod that is not one of several equal ones. */
  readonly group: string;
  /** The image of its first container. */
  readonly image: string;
  /** The completion index, for pods of an Indexed Job. */
  readonly index?: number;
  readonly spec: PodSpec;
}

/** How a cluster is simulated. */
export interface ClusterOptions {
  /** The nodes at the start; default `n1` to `n3`. */
  readonly nodes?: readonly NewNode[];
  /**
   * What each pod does: a script, or a behaviour of its containers, which is run in a simulated kubelet with probes and
   * back-offs. Default: it runs at once, is ready at once, and ends 1 s after its deletion.
   */
  readonly behaviour?: (pod: SimulatedPod) => PodScript | PodBehaviour;
  /** `1.28` to `1.36`; default the newest. */
  readonly kubeVersion?: string;
  /** The wall-clock time at the start; default a moment in second 0 of 1970 UTC. Schedules of CronJobs look at it. */
  readonly startTime?: Date;
  /** How many requests each controller may send; default what kube-controller-manager allows: 20 a second, 30 at once. */
  readonly clientLimits?: ClientLimits | 'none';
  /** How many runs with other choices are explored for the bounds; default 16. 0 gives the nominal run alone. */
  readonly runs?: number;
}

const DEFAULT_NODES: readonly NewNode[] = [{ name: 'n1' }, { name: 'n2' }, { name: 'n3' }];
const DEFAULT_RUNS = 16;
/** The shares of choices that are taken to their ends, in turns. */
const EXTREMES = [0, 0.3, 0.6];

/** One run, and what was seen of it. */
export interface ObservedRun {
  readonly cluster: Cluster;
  readonly availability: readonly AvailabilitySample[];
  readonly endpoints: readonly EndpointsSample[];
  readonly changes: ReadonlyMap<string, readonly number[]>;
}

/**
 * Simulates what controllers, scheduler, kubelets and `kubectl drain` do with some objects under a scenario.
 *
 * @param objects Manifests that the API server accepts; they are created at 0. Kinds that no controller looks at are
 * passed over.
 * @throws KubeVersionError when `kubeVersion` is not known.
 */
export function simulateCluster(
  objects: readonly unknown[],
  scenario: ClusterScenario,
  options: ClusterOptions = {},
): ClusterTimeline {
  const { runs = DEFAULT_RUNS } = options;
  const observed = exploredChoices(runs).map((choices) => observeCluster(objects, scenario, options, choices));
  const [nominal] = observed as [ObservedRun];
  const observations = observed.map(({ cluster: { events, groups } }) =>
    events.map((event) => ({ name: eventName(event, groups), at: event.at })),
  );
  return {
    seconds: scenario.seconds,
    events: nominal.cluster.events,
    bounds: eventBounds(observations),
    availability: nominal.availability,
    endpoints: nominal.endpoints,
    summaries: workloadsOf(nominal.cluster).map((workload) => summarize(workload, observed, scenario.seconds)),
  };
}

/** The nominal choices, the earliest, the latest, and random ones, the same every time. */
function exploredChoices(runs: number): ClusterChoices[] {
  const random = Array.from({ length: Math.max(0, runs - 2) }, (_, index) => {
    const extreme = EXTREMES[index % (EXTREMES.length + 1)];
    return extreme === undefined ? staggeredChoices(index + 1) : seededChoices(index + 1, extreme);
  });
  return [nominalChoices, ...[constantChoices(0), constantChoices(1)].slice(0, runs), ...random];
}

/**
 * One run under the given choices.
 *
 * @param onStart Called with the cluster before anything happens.
 */
export function observeCluster(
  objects: readonly unknown[],
  scenario: ClusterScenario,
  { nodes = DEFAULT_NODES, behaviour = () => ({}), kubeVersion, startTime, clientLimits }: ClusterOptions,
  choices: ClusterChoices,
  onStart?: (cluster: Cluster) => void,
): ObservedRun {
  const minor = kubeVersion === undefined ? DEFAULT_MINOR : minorOf(kubeVersion);
  let availability: readonly AvailabilitySample[] = [];
  let endpoints: readonly EndpointsSample[] = [];
  let changes: ReadonlyMap<string, readonly number[]> = new Map();
  const cluster = runCluster({
    objects: objects as readonly Manifest[],
    scenario,
    nodes,
    choices,
    minor,
    clientLimits,
    wallClock: startTime && startTime.getTime() / 1000,
    createRuntime(context) {
      const { pod } = context;
      const { id, spec, index } = pod;
      const image = spec.containers?.[0]?.image ?? '';
      const does = behaviour({ name: id, group: groupOf(pod), image, index, spec });
      return typeof does === 'function'
        ? createMachineRuntime(context, { behaviour: does, minor })
        : createScriptedPod(context, does);
    },
    observe(started) {
      onStart?.(started);
      availability = observeAvailability(started);
      endpoints = observeEndpoints(started);
      changes = observeTemplates(started);
    },
  });
  return { cluster, availability, endpoints, changes };
}

function summarize(workload: WorkloadReference, observed: readonly ObservedRun[], end: number): WorkloadSummary {
  const name = workloadName(workload);
  const ofWorkload = ({ availability }: ObservedRun) => availability.filter((sample) => sample.workload === name);
  const figures = observed.map((run) => figuresOf(ofWorkload(run), run.changes.get(name) ?? [], end));
  const range = (read: (figure: Figures) => number | undefined): Range | undefined => {
    const values = figures.map(read).filter((value) => value !== undefined);
    const [nominal] = figures.map(read);
    if (nominal === undefined) return undefined;
    return { nominal, lowest: Math.min(...values), highest: Math.max(...values) };
  };
  const none: Range = { nominal: 0, lowest: 0, highest: 0 };
  const rolloutSeconds = range((figure) => figure.rolloutSeconds);
  const [nominal] = observed as [ObservedRun];
  const deadlock = findDeadlock(nominal.cluster, workload, ofWorkload(nominal));
  return {
    workload: name,
    lowestAvailability: range((figure) => figure.lowestAvailability) ?? none,
    longestGap: range((figure) => figure.longestGap) ?? none,
    peakPods: range((figure) => figure.peakPods) ?? none,
    ...(rolloutSeconds && { rolloutSeconds }),
    ...(deadlock && { deadlock }),
  };
}
