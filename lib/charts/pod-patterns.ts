import type { App } from '..';
import { Chart, Pod } from '..';

/** The three ways in which a second container serves the first. */
export function podPatterns(app: App): void {
  const chart = new Chart(app, 'pod-patterns');
  chart.waive('require-image-tag', 'the counter has no other tag than latest');
  chart.waive(
    'require-liveness-probe',
    'the patterns are about who talks to whom; that a deadlock stays is shown by the kuard Pods',
  );

  // Sidecar: starts before the application, ends after it, and adds to it: here it ships the log.
  new Pod(chart, 'sidecar', {
    initContainers: {
      'log-shipper': {
        image: 'busybox:1.36',
        restartPolicy: 'Always',
        command: ['sh', '-c', 'touch /var/log/app/access.log; tail -F /var/log/app/access.log'],
        volumeMounts: { '/var/log/app': 'logs' },
      },
    },
    containers: {
      app: { image: 'nginx:1.29', ports: { http: 80 }, volumeMounts: { '/var/log/nginx': 'logs' } },
    },
    volumes: { logs: { emptyDir: {} } },
  });

  // Ambassador: stands between the application and the world: the application talks to localhost:6379 only.
  new Pod(chart, 'ambassador', {
    containers: {
      app: { image: 'ghcr.io/subicura/counter:latest', env: { REDIS_HOST: 'localhost' } },
      ambassador: {
        image: 'alpine/socat:1.8.0.3',
        args: ['TCP-LISTEN:6379,fork,reuseaddr', 'TCP:redis.default.svc:6379'],
        ports: { redis: 6379 },
        readinessProbe: { tcpSocket: { port: 'redis' } },
      },
    },
  });

  // Adapter: turns what the application says into what the world understands: here into Prometheus' metrics.
  new Pod(chart, 'adapter', {
    containers: {
      app: { image: 'redis:7.4', ports: { redis: 6379 } },
      adapter: {
        image: 'oliver006/redis_exporter:v1.67.0',
        env: { REDIS_ADDR: 'redis://localhost:6379' },
        ports: { metrics: 9121 },
        readinessProbe: { httpGet: { path: '/health', port: 'metrics' } },
      },
    },
  });
}
