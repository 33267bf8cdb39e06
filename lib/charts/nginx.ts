import type { App } from '..';
import { Chart, Deployment, Pod } from '..';

/** A Pod on its own, and a Deployment that keeps three of them running. */
export function nginx(app: App): void {
  const chart = new Chart(app, 'nginx');

  // Nobody replaces this Pod when its node goes away, and it cannot be scaled.
  new Pod(chart, 'nginx-pod', {
    metadata: { labels: { run: 'nginx-pod' } },
    containers: { 'nginx-pod': { image: 'nginx' } },
  });

  new Deployment(chart, 'dpy-nginx', {
    replicas: 3,
    containers: { nginx: { image: 'nginx' } },
  });
}
