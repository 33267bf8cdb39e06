import type { App } from '..';
import { Chart, Pod } from '..';

/** A database in a Pod of its own. */
export function mongodb(app: App): void {
  const chart = new Chart(app, 'mongodb');

  new Pod(chart, 'mongodb', {
    metadata: { labels: { app: 'mongo' } },
    containers: { mongodb: { image: 'mongo:4' } },
  });
}
