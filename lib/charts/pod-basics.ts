import type { App } from '..';
import { Chart, Pod } from '..';

/** What a Pod can say beside its image: init containers, what containers share, resources, environment, static Pods. */
export function podBasics(app: App): void {
  const chart = new Chart(app, 'pod-basics');

  // Init containers run one after the other, each to its end, before the containers start.
  new Pod(chart, 'init-container', {
    initContainers: {
      'wait-for-redis': { image: 'busybox:1.36', command: ['sh', '-c', 'until nslookup redis; do sleep 2; done'] },
    },
    containers: { app: { image: 'nginx:1.29' } },
  });

  // The pause container holds the network and the IPC namespace of the Pod; on request it is the parent of all processes.
  new Pod(chart, 'shared-namespaces', {
    shareProcessNamespace: true,
    containers: {
      app: { image: 'nginx:1.29', volumeMounts: { '/shared': 'shared' } },
      shell: { image: 'busybox:1.36', command: ['sleep', '1d'], volumeMounts: { '/shared': 'shared' } },
    },
    volumes: { shared: { emptyDir: {} } },
  });

  // Copied to /etc/kubernetes/manifests on a node, the kubelet runs it without an API server.
  new Pod(chart, 'static-pod', {
    containers: { web: { image: 'nginx:1.29', ports: { http: 80 } } },
  });

  // Requests decide where the Pod fits; above its memory limit the container is killed, above its CPU limit it is slowed.
  new Pod(chart, 'resources', {
    containers: {
      app: {
        image: 'nginx:1.29',
        resources: { requests: { cpu: '200m', memory: '250Mi' }, limits: { cpu: '1', memory: '500Mi' } },
      },
    },
  });

  new Pod(chart, 'environment', {
    containers: {
      app: {
        image: 'nginx:1.29',
        env: {
          GREETING: 'hello',
          POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } },
          MEMORY_LIMIT: { resourceFieldRef: { resource: 'limits.memory' } },
        },
        resources: { limits: { memory: '128Mi' } },
      },
    },
  });
}
