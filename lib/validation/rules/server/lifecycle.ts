import { forbidden, invalid } from '../../finding';
import { defineRules } from '../../rule';
import { firstAction } from './handler';

/** The first minor in which a hook may sleep for no time at all. */
const ZERO_SLEEP_SINCE = 33;

/** The lifecycle hooks of a container. */
export const lifecycleRules = defineRules([
  {
    id: 'no-init-container-lifecycle',
    summary: 'An init container that is not a sidecar has no lifecycle hooks.',
    why: 'It is expected to end by itself, and nothing else runs meanwhile.',
    fix: 'Remove lifecycle, or make the container a sidecar with restartPolicy: Always.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateInitContainers',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b, lifecycle: {} }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a }], initContainers: [{ name: init, image: b }] }',
    },
    visit: {
      container({ lifecycle }, at, report, { role }) {
        if (role === 'init' && lifecycle)
          report(forbidden(at.child('lifecycle'), 'may not be set for init containers without restartPolicy: Always'));
      },
    },
  },
  {
    id: 'valid-lifecycle-sleep',
    summary: 'A hook sleeps no longer than the grace period of the pod.',
    why: 'After the grace period the container is killed, asleep or not; before 1.33 a hook sleeps at least one second.',
    fix: 'Sleep for less, or raise terminationGracePeriodSeconds (30 by default).',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSleepAction',
    since: 30,
    example: { bad: 'sleep: { seconds: 60 }', good: 'sleep: { seconds: 5 }' },
    visit: {
      lifecycleHandler(handler, at, report, { podSpec, minor }) {
        if (firstAction(handler) !== 'sleep') return;
        const seconds = handler.sleep?.seconds ?? 0;
        const least = minor >= ZERO_SLEEP_SINCE ? 0 : 1;
        const gracePeriod = podSpec.terminationGracePeriodSeconds ?? 0;
        if (seconds >= least && seconds <= gracePeriod) return;
        const detail = `must be between ${least} and terminationGracePeriodSeconds (${gracePeriod})`;
        const extra = seconds < least ? { fix: 'Sleep for a second or more, or remove the hook.' } : undefined;
        report(invalid(at.child('sleep'), seconds, detail, extra));
      },
    },
  },
]);
