import type { App } from '..';
import { Chart, Pod } from '..';

/** What `kubectl run webserver --image=nginx:1.14` makes. */
export function webserver(app: App): void {
  const chart = new Chart(app, 'webserver');

  new Pod(chart, 'webserver', {
    metadata: { labels: { run: 'webserver' } },
    containers: { webserver: { image: 'nginx:1.14' } },
  });
}
