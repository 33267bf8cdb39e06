import type { PodEvent } from '../simulation/pod-event';
import { formatDuration } from '../simulation/scenario/parse-duration';
import type { PodTimeline, Timeline } from '../simulation/scenario/timeline';
import { clusterHappening } from './cluster-happening';
import type { Happening } from './happening';

/** What happened to a workload, line by line: runs of probe results are one line each. */
export function happenings(timeline: Timeline): Happening[] {
  const ofPods = timeline.pods.flatMap((pod) => podHappenings(pod, timeline.pods.length > 1));
  const ofCluster = timeline.events.flatMap((event) => clusterHappening(event) ?? []);
  return [...ofPods, ...ofCluster].filter(({ at }) => at <= timeline.duration).sort((one, other) => one.at - other.at);
}

function podHappenings(pod: PodTimeline, isOneOfMany: boolean): Happening[] {
  const found: Happening[] = [];
  const runs = new Map<string, { ok: boolean; index: number; count: number; from: number }>();
  const subject = (container: string) => (isOneOfMany ? `${pod.name} ${container}` : container);
  const add = (at: number, container: string | undefined, text: string, isTrouble = false) =>
    found.push({ at, subject: container === undefined ? pod.name : subject(container), text, isTrouble });

  for (const event of pod.events) {
    if (event.type === 'probe') {
      const key = `${event.container} ${event.probe}`;
      const run = runs.get(key);
      const last = run && found[run.index];
      if (run && last && run.ok === event.ok) {
        run.count += 1;
        found[run.index] = { ...last, text: probeText(event, run.count, event.at - run.from) };
      } else {
        runs.set(key, { ok: event.ok, index: found.length, count: 1, from: event.at });
        add(event.at, event.container, probeText(event, 1, 0), !event.ok);
      }
      continue;
    }
    const text = eventText(event);
    if (!text) continue;
    if (event.type === 'event' && event.reason === 'BackOff' && found.at(-1)?.text === text) continue;
    add(event.at, 'container' in event ? event.container : undefined, text, isTrouble(event));
    if ('container' in event)
      for (const key of runs.keys()) if (key.startsWith(`${event.container} `)) runs.delete(key);
  }
  return [...found, ...readiness(pod)];
}

function probeText(event: PodEvent & { readonly type: 'probe' }, count: number, seconds: number): string {
  const times = count === 1 ? '' : ` ${count} times in ${formatDuration(seconds)}`;
  if (event.ok) return `${event.probe} probe succeeds${times}`;
  return `${event.probe} probe fails${times}${event.output ? `: ${event.output}` : ''}`;
}

function eventText(event: PodEvent): string | undefined {
  switch (event.type) {
    case 'started':
      return event.restart === 0 ? 'started' : `started again, restart ${event.restart}`;
    case 'exited':
      return `ended with ${event.code}${event.reason === 'OOMKilled' ? ', out of memory' : event.code === 137 && event.by === 'stop' ? ', SIGKILL' : ''}`;
    case 'stop-signal':
      return `SIGTERM, ${formatDuration(event.grace)} until SIGKILL`;
    case 'event':
      return ['Killing', 'BackOff', 'FailedPreStopHook', 'FailedPostStartHook', 'Pulling'].includes(event.reason)
        ? event.message
        : undefined;
    default:
      return undefined;
  }
}

function isTrouble(event: PodEvent): boolean {
  if (event.type === 'exited') return event.code !== 0 && event.by === 'self';
  return event.type === 'event' && (event.severity === 'Warning' || event.message.includes('failed'));
}

function readiness(pod: PodTimeline): Happening[] {
  let before: boolean | undefined;
  return pod.statuses.flatMap(({ at, status }) => {
    const ready = status.conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
    if (ready === (before ?? false)) return [];
    before = ready;
    const text = ready ? 'the pod is ready: Services send it requests' : 'the pod is not ready: Services leave it out';
    return [{ at, subject: pod.name, text, isTrouble: !ready }];
  });
}
