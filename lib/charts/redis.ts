import type { App } from '..';
import { Chart, Pod } from '..';

/** A Pod of one container. */
export function redis(app: App): void {
  const chart = new Chart(app, 'redis');
  chart.waive(
    'require-image-tag',
    'the note starts whatever was pushed last; a real manifest names the version that it was tested with',
  );

  new Pod(chart, 'redis', { containers: { redis: { image: 'redis' } } });
}
