import type { Cluster } from '../cluster/cluster';
import type { ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import type { DrainOptions } from './drain-options';

const DAEMON_SETS = 'DaemonSet-managed Pods';
const LOCAL_STORAGE = 'Pods with local storage';
const UNMANAGED = 'Pods that declare no controller';

/** What a drain would do to the pods of a node. */
export interface DrainPlan {
  readonly toEvict: readonly ClusterPod[];
  /** Why it must not begin. */
  readonly errors: readonly string[];
  /** What it passes over, or destroys. */
  readonly warnings: string;
}

/** What one check says of a pod. */
interface Verdict {
  readonly spares?: boolean;
  readonly error?: string;
  readonly warning?: string;
}

/**
 * Checks every pod of a node before the first is evicted.
 *
 * Follows k8s.io/kubectl pkg/drain/filters.go daemonSetFilter, localStorageFilter, unreplicatedFilter and drain.go
 * GetPodsForDeletion.
 */
export function planDrain(cluster: Cluster, node: string, options: DrainOptions): DrainPlan {
  const errors = new Map<string, string[]>();
  const warnings = new Map<string, string[]>();
  const toEvict: ClusterPod[] = [];
  const note = (texts: Map<string, string[]>, text: string | undefined, { namespace, name }: ClusterPod) => {
    if (text !== undefined) texts.set(text, [...(texts.get(text) ?? []), `${namespace}/${name}`]);
  };
  for (const pod of cluster.pods.values().filter((candidate) => candidate.node === node)) {
    const verdict = verdictOn(pod, options);
    note(errors, verdict.error, pod);
    note(warnings, verdict.warning, pod);
    if (!verdict.spares) toEvict.push(pod);
  }
  return { toEvict, errors: lines(errors), warnings: lines(warnings).join('; ') };
}

/** The first check that spares a pod decides, or else the last one: a warning of an earlier one gets lost. */
function verdictOn(pod: ClusterPod, options: DrainOptions): Verdict {
  let verdict: Verdict = {};
  for (const judge of [daemonSetVerdict, localStorageVerdict, unmanagedVerdict]) {
    verdict = judge(pod, options);
    if (verdict.spares) break;
  }
  return verdict;
}

function daemonSetVerdict({ owner, phase }: ClusterPod, { ignoreDaemonSets }: DrainOptions): Verdict {
  if (owner?.kind !== 'DaemonSet' || phase === 'Succeeded' || phase === 'Failed') return {};
  if (ignoreDaemonSets) return { spares: true, warning: `ignoring ${DAEMON_SETS}` };
  return { spares: true, error: `cannot delete ${DAEMON_SETS} (use --ignore-daemonsets to ignore)` };
}

function localStorageVerdict(pod: ClusterPod, { deleteEmptyDirData }: DrainOptions): Verdict {
  if (isPodTerminal(pod) || !pod.spec.volumes?.some(({ emptyDir }) => emptyDir)) return {};
  if (deleteEmptyDirData) return { warning: `deleting ${LOCAL_STORAGE}` };
  return { spares: true, error: `cannot delete ${LOCAL_STORAGE} (use --delete-emptydir-data to override)` };
}

function unmanagedVerdict(pod: ClusterPod, { force }: DrainOptions): Verdict {
  if (isPodTerminal(pod) || pod.owner) return {};
  if (force) return { warning: `deleting ${UNMANAGED}` };
  return { spares: true, error: `cannot delete ${UNMANAGED} (use --force to override)` };
}

function lines(texts: ReadonlyMap<string, readonly string[]>): string[] {
  return [...texts].map(([text, names]) => `${text}: ${names.join(', ')}`);
}
