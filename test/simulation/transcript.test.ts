import { podLine } from '../../lib/simulation/scenario/pod-line';
import { runPod } from './run-pod';

// A published transcript of `kubectl get pod` for a liveness probe on a path that does not exist: at 23 s 2 restarts, at
// 41 s 3, at 45 s CrashLoopBackOff with 3. With an image that takes 3 s to pull and a process that takes a second to
// end, no tick within 5 s of a restart counts, kills are 10 s apart, and the fourth one meets the back-off of 20 s.
test('the nominal run shows the published lines', () => {
  const livenessProbe = {
    httpGet: { path: '/not/exist', port: 8080 },
    initialDelaySeconds: 5,
    timeoutSeconds: 2,
    periodSeconds: 5,
    failureThreshold: 1,
  };
  const spec = { containers: [{ name: 'app', image: 'ghcr.io/subicura/echo:v1', livenessProbe }] };
  const { statuses } = runPod({
    spec,
    seconds: 60,
    pullSeconds: 3,
    lives: { app: { answer: () => ({ after: 0, value: 404 }), onTerm: { after: 0.95, code: 143 } } },
  });
  const line = (now: number) => podLine({ name: 'echo-lp', spec, createdAt: 0, statuses }, now);
  expect(line(23)).toMatchObject({ ready: '1/1', status: 'Running', restarts: '2 (2s ago)', age: '23s' });
  expect(line(41.5)).toMatchObject({ ready: '1/1', status: 'Running', restarts: '3 (11s ago)', age: '41s' });
  expect(line(45)).toMatchObject({ ready: '0/1', status: 'CrashLoopBackOff', restarts: '3 (4s ago)', age: '45s' });
});
