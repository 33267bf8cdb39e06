import type { Cluster } from '../cluster/cluster';
import { between } from '../cluster/cluster-choices';
import type { ClusterNode, ClusterPod } from '../cluster/cluster-object';
import { deletePod } from '../cluster/pod-store';
import { type Process, runProcess } from '../cluster/process';
import { setUnschedulable } from '../node/node-store';
import { planDrain } from './drain-filter';
import type { DrainOptions } from './drain-options';
import { evict } from './eviction';

const COMMAND = 'kubectl drain';
/** Seconds between two tries to evict a pod, and between two looks whether it is gone. */
const RETRY_SECONDS = 5;
const POLL_SECONDS = 1;
/** From calling kubectl to its first request, in seconds. */
const START = { shortest: 0.02, longest: 0.25 };

/** Seconds from calling kubectl to its first request. */
export function commandStart(cluster: Cluster): number {
  return between(cluster.choices, 'command', START.shortest, START.longest);
}

/**
 * Drains a node: no new pods, and every pod that may go is evicted, again and again until its budget allows it.
 *
 * Follows k8s.io/kubectl pkg/cmd/drain/drain.go RunDrain, RunCordonOrUncordon and pkg/drain/drain.go evictPods,
 * waitForDelete.
 */
export function* drain(cluster: Cluster, node: ClusterNode, options: DrainOptions): Process {
  const say = (text: string) => cluster.record(COMMAND, { type: 'output', text });
  yield commandStart(cluster);
  const started = cluster.queue.now;
  say(`node/${node.name} ${node.unschedulable ? 'already cordoned' : 'cordoned'}`);
  setUnschedulable(cluster, node, true);
  yield cluster.request();

  const { toEvict, errors, warnings } = planDrain(cluster, node.name, options);
  const fail = (reasons: readonly string[]) => {
    const reason = reasons.length > 1 ? `[${reasons.join(', ')}]` : reasons[0];
    say(`error: unable to drain node "${node.name}" due to error: ${reason}, continuing command...`);
    say('There are pending nodes to be drained:');
    say(` ${node.name}`);
    for (const line of reasons) say(line);
    cluster.record(COMMAND, { type: 'exit', code: 1 });
  };
  if (errors.length > 0) {
    fail(errors);
    return;
  }
  if (warnings) say(`Warning: ${warnings}`);
  const deadline = started + (options.timeoutSeconds || Number.POSITIVE_INFINITY);
  const failures: string[] = [];
  let left = toEvict.length;
  const end = () => {
    left -= 1;
    if (left > 0) return;
    if (failures.length > 0) {
      const pending = toEvict.filter((pod) => cluster.pods.get(pod.id) === pod);
      say(`There are pending pods in node "${node.name}" when an error occurred: ${failures.join(', ')}`);
      for (const { name } of pending) say(`pod/${name}`);
      fail(failures);
      return;
    }
    say(`node/${node.name} drained`);
    cluster.record(COMMAND, { type: 'exit', code: 0 });
  };
  if (left === 0) end();
  for (const pod of toEvict) runProcess(cluster.queue, remove(cluster, pod, options, deadline, failures), end);
}

/** Evicts one pod and waits until it is gone. */
function* remove(
  cluster: Cluster,
  pod: ClusterPod,
  options: DrainOptions,
  deadline: number,
  failures: string[],
): Process {
  const { queue, pods } = cluster;
  const say = (text: string) => cluster.record(COMMAND, { type: 'output', text });
  const subject = `error when evicting pods/"${pod.name}" -n "${pod.namespace}"`;
  const isLate = () => {
    if (queue.now < deadline) return false;
    failures.push(`${subject}: global timeout reached: ${options.timeoutSeconds}s`);
    return true;
  };
  if (options.disableEviction) deletePod(cluster, pod, options.gracePeriodSeconds);
  while (!options.disableEviction) {
    say(`evicting pod ${pod.namespace}/${pod.name}`);
    if (isLate()) return;
    const { code, cause } = yield* evict(cluster, pod, options.gracePeriodSeconds);
    if (code === 500) failures.push(`${subject}: ${cause}`);
    if (code === 500) return;
    if (code === 404) break;
    if (code === 201) break;
    say(`${subject} (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.`);
    yield RETRY_SECONDS;
  }
  while (pods.get(pod.id) === pod) {
    yield POLL_SECONDS;
    if (pods.get(pod.id) === pod && isLate()) return;
  }
  say(`pod/${pod.name} ${options.disableEviction ? 'deleted' : 'evicted'}`);
}
