import type { App } from '..';
import { Chart, Deployment } from '..';

/** Six Pods: delete one, and the Deployment starts another. */
export function echoHname(app: App): void {
  const chart = new Chart(app, 'echo-hname');
  chart.waive(
    'require-image-tag',
    'the note starts whatever was pushed last; a real manifest names the version that it was tested with',
  );
  chart.waive('require-spread', 'the note deletes one of six Pods; on which node they run makes no difference to that');

  new Deployment(chart, 'echo-hname', {
    replicas: 6,
    containers: { 'echo-hname': { image: 'sysnet4admin/echo-hname' } },
  });
}
