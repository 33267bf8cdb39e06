import type { App } from '..';
import { Chart, Deployment } from '..';

/** Six Pods: delete one, and the Deployment starts another. */
export function echoHname(app: App): void {
  const chart = new Chart(app, 'echo-hname');

  new Deployment(chart, 'echo-hname', {
    replicas: 6,
    containers: { 'echo-hname': { image: 'sysnet4admin/echo-hname' } },
  });
}
