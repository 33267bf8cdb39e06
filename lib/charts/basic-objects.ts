import { KubeConfigMap, KubeNamespace, KubePersistentVolume, KubePersistentVolumeClaim } from '../../imports/k8s';
import type { App } from '..';
import { Chart, DaemonSet, ReplicaSet, Service, StatefulSet } from '..';

/** The objects beside Pod and Deployment, together in a namespace of their own. */
export function basicObjects(app: App): void {
  const chart = new Chart(app, 'basic-objects', { namespace: 'basics' });
  chart.waive(
    'require-readiness-probe',
    'the kinds are the subject here; what readiness does to a Service is in kuard',
  );
  chart.waive('require-spread', 'two Pods with names of their own can be told apart on one node as well');

  new KubeNamespace(chart, 'basics', {});

  const settings = new KubeConfigMap(chart, 'settings', { data: { LOG_LEVEL: 'info' } });

  new KubePersistentVolume(chart, 'data', {
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'manual',
      hostPath: { path: '/mnt/data' },
    },
  });
  const claim = new KubePersistentVolumeClaim(chart, 'data-claim', {
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'manual',
      resources: { requests: { storage: '1Gi' } },
    },
  });

  // A fixed number of equal Pods; Deployments make these.
  const web = new ReplicaSet(chart, 'web', {
    replicas: 2,
    containers: {
      web: {
        image: 'nginx:1.29',
        ports: { http: 80 },
        envFrom: [{ configMapRef: { name: settings } }],
        volumeMounts: { '/usr/share/nginx/html': { name: 'data', readOnly: true } },
      },
    },
    volumes: { data: { persistentVolumeClaim: { claimName: claim } } },
  });
  new Service(chart, 'web-service', { selector: web, ports: { http: { port: 80, targetPort: 'http' } } });

  // Pods with names and storage that stay: database-0, then database-1.
  const database = new StatefulSet(chart, 'database', {
    replicas: 2,
    serviceName: 'database-service',
    containers: { redis: { image: 'redis:7.4', ports: { redis: 6379 } } },
  });
  new Service(chart, 'database-service', {
    clusterIP: 'None',
    selector: database,
    ports: { redis: { port: 6379, targetPort: 'redis' } },
  });

  // One Pod on every node.
  new DaemonSet(chart, 'node-agent', {
    containers: { agent: { image: 'busybox:1.36', command: ['sleep', '1d'] } },
  });
}
