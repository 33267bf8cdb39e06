import type { App } from '..';
import { Chart, Pod } from '..';

const image = 'ghcr.io/subicura/echo:v1';

/** An application, and the same with a liveness probe that can never succeed: it is restarted for ever. */
export function echo(app: App): void {
  const chart = new Chart(app, 'echo');

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
