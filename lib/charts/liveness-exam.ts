import type { App } from '..';
import { Chart, Pod } from '..';

/** A container that is healthy for 30 seconds and is restarted when its file is gone. */
export function livenessExam(app: App): void {
  const chart = new Chart(app, 'liveness-exam');
  chart.waive(
    'require-image-tag',
    'the note starts whatever was pushed last; a real manifest names the version that it was tested with',
  );
  chart.waive(
    'require-exec-probe-timeout',
    'ls answers within milliseconds, and an exam does not give the default of 1 s away',
  );

  new Pod(chart, 'liveness-exam', {
    containers: {
      'busybox-container': {
        image: 'busybox',
        args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -rf /tmp/healthy; sleep 600'],
        livenessProbe: {
          exec: { command: ['ls', '/tmp/healthy'] },
          initialDelaySeconds: 10,
          periodSeconds: 5,
          successThreshold: 1,
          failureThreshold: 2,
        },
      },
    },
  });
}
