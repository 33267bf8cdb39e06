import type { App } from '..';
import { Chart, Pod } from '..';

const image = 'gcr.io/kuar-demo/kuard-amd64:blue';
const ports = { http: { containerPort: 8080, protocol: 'TCP' } } as const;

/** One application with each kind of probe; the Pods differ in nothing else. */
export function kuard(app: App): void {
  const chart = new Chart(app, 'kuard');
  chart.waive(
    'no-hasty-liveness-probe',
    'three failures, a second apart, are quick enough to watch; a busy server would be killed for a pause',
  );
  chart.waive('require-startup-probe', 'kuard answers at once; kuard-startup shows what a slow start needs');

  new Pod(chart, 'kuard', { containers: { kuard: { image, ports } } });

  // Three failures in a row restart the container: about three seconds after it hangs.
  new Pod(chart, 'kuard-liveness', {
    containers: {
      kuard: {
        image,
        ports,
        livenessProbe: {
          httpGet: { path: '/healthy', port: 8080 },
          initialDelaySeconds: 5,
          periodSeconds: 1,
          failureThreshold: 3,
        },
      },
    },
  });

  // A failure takes the Pod out of its Services; the container keeps running.
  new Pod(chart, 'kuard-readiness', {
    containers: {
      kuard: {
        image,
        ports,
        livenessProbe: {
          httpGet: { path: '/healthy', port: 8080 },
          initialDelaySeconds: 5,
          periodSeconds: 1,
          failureThreshold: 3,
        },
        readinessProbe: { tcpSocket: { port: 8080 }, initialDelaySeconds: 5, periodSeconds: 1 },
      },
    },
  });

  // The liveness probe waits until the startup probe has succeeded once, for up to 30 x 2 s.
  new Pod(chart, 'kuard-startup', {
    containers: {
      kuard: {
        image,
        ports,
        startupProbe: { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 2, failureThreshold: 30 },
        livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 1, failureThreshold: 3 },
      },
    },
  });

  new Pod(chart, 'kuard-exec', {
    containers: {
      kuard: {
        image,
        ports,
        livenessProbe: {
          exec: { command: ['wget', '-q', '-O', '-', 'http://localhost:8080/healthy'] },
          timeoutSeconds: 2,
        },
      },
    },
  });

  // gRPC probes take the number of a port, never its name.
  new Pod(chart, 'kuard-grpc', {
    containers: {
      kuard: {
        image: 'registry.k8s.io/e2e-test-images/agnhost:2.53',
        args: ['grpc-health-checking'],
        ports: { grpc: 5000 },
        livenessProbe: { grpc: { port: 5000 }, initialDelaySeconds: 5 },
      },
    },
  });
}
