import type { App } from '..';
import { Chart, Deployment, Pod } from '..';

/** A Pod on its own, and a Deployment that keeps three of them running. */
export function nginx(app: App): void {
  const chart = new Chart(app, 'nginx');
  chart.waive(
    'require-image-tag',
    'the note starts whatever was pushed last; a real manifest names the version that it was tested with',
  );
  chart.waive('require-spread', 'one node shows as well as three that a Deployment counts Pods, not nodes');

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
