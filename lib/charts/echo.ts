import type { App } from '..';
import { Chart, Pod } from '..';

const image = 'ghcr.io/subicura/echo:v1';

/** An application, and the same with a liveness probe that can never succeed: it is restarted for ever. */
export function echo(app: App): void {
  const chart = new Chart(app, 'echo');
  chart.waive(
    'no-hasty-liveness-probe',
    'the lesson: one wrong answer is enough, so that the loop is seen within seconds',
  );
  chart.waive('require-startup-probe', 'the lesson: the path does not exist, and no time to start would help');

  new Pod(chart, 'echo', {
    metadata: { labels: { app: 'echo' } },
    containers: { app: { image } },
  });

  new Pod(chart, 'echo-lp', {
    metadata: { labels: { app: 'echo' } },
    containers: {
      app: {
        image,
        livenessProbe: {
          httpGet: { path: '/not/exist', port: 8080 },
          initialDelaySeconds: 5,
          timeoutSeconds: 2,
          periodSeconds: 5,
          failureThreshold: 1,
        },
      },
    },
  });
}
