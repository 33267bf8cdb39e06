import type { App } from '..';
import { Chart, Pod } from '..';

/** An application and its database in one Pod, which reach each other at localhost. */
export function counter(app: App): void {
  const chart = new Chart(app, 'counter');
  chart.waive(
    'require-image-tag',
    'the note starts whatever was pushed last; a real manifest names the version that it was tested with',
  );

  new Pod(chart, 'counter', {
    metadata: { labels: { app: 'counter' } },
    containers: {
      app: { image: 'ghcr.io/subicura/counter:latest', env: { REDIS_HOST: 'localhost' } },
      db: { image: 'redis' },
    },
  });
}
