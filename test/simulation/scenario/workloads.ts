/** A container with a liveness and a readiness probe that ask different things. */
export const webContainer = {
  name: 'web',
  image: 'web:1',
  ports: [{ name: 'http', containerPort: 8080 }],
  livenessProbe: { httpGet: { path: '/healthy', port: 'http' }, periodSeconds: 10, failureThreshold: 3 },
  readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
};

/** A bare Pod with one container. */
export function pod(container: object = webContainer) {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [container] } };
}

/** A Deployment, or another workload with a pod template. */
export function deployment({
  name = 'web',
  kind = 'Deployment',
  replicas = 1,
  container = webContainer as object,
} = {}) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      ...(kind !== 'DaemonSet' && { replicas }),
      ...(kind === 'StatefulSet' && { serviceName: name }),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
  };
}
