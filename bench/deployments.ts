const probe = {
  httpGet: { path: '/healthy', port: 'http' },
  initialDelaySeconds: 5,
  periodSeconds: 1,
  failureThreshold: 3,
};

/** A Deployment with two probes, as many manifests have it. */
export const deployment = (index: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `web-${index}`, labels: { app: `web-${index}` } },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: `web-${index}` } },
    template: {
      metadata: { labels: { app: `web-${index}` } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'registry.example/web:1.2.3',
            ports: [{ name: 'http', containerPort: 8080 }],
            env: [{ name: 'LOG_LEVEL', value: 'info' }],
            resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
            livenessProbe: probe,
            readinessProbe: probe,
          },
        ],
      },
    },
  },
});

/** A Service for it. */
export const service = (index: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `web-${index}` },
  spec: { selector: { app: `web-${index}` }, ports: [{ port: 80, targetPort: 'http' }] },
});
