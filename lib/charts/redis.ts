import type { App } from '..';
import { Chart, Pod } from '..';

/** A Pod of one container. */
export function redis(app: App): void {
  const chart = new Chart(app, 'redis');

  new Pod(chart, 'redis', { containers: { redis: { image: 'redis' } } });
}
