import { defaultPodSpec } from '../../lib/kubernetes/defaults/pod-spec';
import type { PodSpec } from '../../lib/kubernetes/generated/decoded';
import { createEventQueue } from '../../lib/simulation/event-queue';
import { HEALTHY_LIFE } from '../../lib/simulation/pod-behaviour';
import { createPodMachine } from '../../lib/simulation/pod-machine';

const httpGet = { path: '/', port: 8080 };
const spec: PodSpec = {
  containers: [
    { name: 'app', image: 'app:1', livenessProbe: { httpGet }, readinessProbe: { httpGet, periodSeconds: 5 } },
  ],
};
defaultPodSpec(spec, 36);

/** One hour of ten pods on one queue, one of which crashes; in milliseconds. */
function hourOfTen(): number {
  const begin = performance.now();
  const queue = createEventQueue();
  for (let pod = 0; pod < 10; pod++) {
    const life = pod === 0 ? { ...HEALTHY_LIFE, exit: { at: 30, code: 1 } } : HEALTHY_LIFE;
    createPodMachine(queue, { name: `app-${pod}`, spec, behaviour: () => life }).start();
  }
  queue.runUntil(3600);
  return performance.now() - begin;
}

test('an hour of ten pods takes less than 50 ms', () => {
  expect(Math.min(...Array.from({ length: 30 }, hourOfTen))).toBeLessThan(50);
});
