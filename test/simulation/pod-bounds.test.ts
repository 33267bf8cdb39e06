import { HEALTHY_LIFE } from '../../lib/simulation/pod-behaviour';
import { podBounds } from '../../lib/simulation/pod-bounds';

const spec = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  containers: [{ name: 'app', image: 'app:1' }],
};
const find = (bounds: ReturnType<typeof podBounds>, name: string) => bounds.find((one) => one.name === name);

test('a crashing container: the second restart comes 10 to 16 s after the end, later ones are less certain', () => {
  const crash = { ...HEALTHY_LIFE, exit: { at: 2, code: 1 } };
  const bounds = podBounds({ name: 'pod', spec, behaviour: () => crash }, { seconds: 120 });
  const [second, third] = [2, 3].map((restart) => find(bounds, `app created ${restart}`));
  expect(second?.earliest).toBeGreaterThan(12);
  expect(second?.earliest).toBeLessThanOrEqual(14);
  expect(second?.latest).toBeGreaterThan(20);
  expect(second?.nominal).toBeGreaterThan(second?.earliest ?? 0);
  const width = (one = second) => (one?.latest ?? 0) - (one?.earliest ?? 0);
  expect(width(third)).toBeGreaterThan(width(second));
});

test('a deletion is followed to its end', () => {
  const bounds = podBounds(
    { name: 'pod', spec, behaviour: () => HEALTHY_LIFE },
    { seconds: 60, deleteAt: 10, gracePeriodSeconds: 5 },
  );
  expect(find(bounds, 'app stop-signal 0 5')).toMatchObject({ share: 1 });
  expect(find(bounds, 'app exited 0 143 stop')?.latest).toBeLessThan(13);
});

// The published transcript: 2 restarts at 23 s (the last end 2 s ago), 3 at 41 s (11 s ago), CrashLoopBackOff at 45 s
// (4 s ago): ends at about 21, 30.5 and 41 s.
test('the published transcript lies within the bounds of a pull of 3 s and a stop of a second', () => {
  const livenessProbe = {
    httpGet: { path: '/not/exist', port: 8080 },
    initialDelaySeconds: 5,
    timeoutSeconds: 2,
    periodSeconds: 5,
    failureThreshold: 1,
    successThreshold: 1,
  };
  const life = { ...HEALTHY_LIFE, onTerm: { after: 0.95, code: 143 }, answer: () => ({ after: 0, value: 404 }) };
  const probed = { ...spec, containers: [{ name: 'app', image: 'app:1', livenessProbe }] };
  const bounds = podBounds({ name: 'echo-lp', spec: probed, behaviour: () => life, pullSeconds: 3 }, { seconds: 60 });
  for (const [name, at] of [
    ['app exited 1 143 stop', 21],
    ['app created 2', 21],
    ['app exited 2 143 stop', 30.5],
    ['app created 3', 30.5],
    ['app exited 3 143 stop', 41],
    ['app waiting CrashLoopBackOff 20s after 3 restarts', 41.5],
  ] as const) {
    const one = find(bounds, name);
    expect([name, (one?.earliest ?? 99) <= at]).toEqual([name, true]);
    expect([name, (one?.latest ?? 0) >= at]).toEqual([name, true]);
  }
});
