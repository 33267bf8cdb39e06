type Body = Record<string, unknown>;

const image = 'registry.example/app:1.2.3';
const labels = { app: 'web' };

/** A Pod with one valid container, `spec` merged over its spec. */
export function pod(spec: Body = {}, metadata: Body = {}): Body {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', ...metadata },
    spec: { containers: [{ name: 'app', image }], ...spec },
  };
}

/** A Pod whose only container is a valid one with `container` merged over it. */
export function podWithContainer(container: Body, spec: Body = {}): Body {
  return pod({ containers: [{ name: 'app', image, ...container }], ...spec });
}

/** A Pod with a valid container and an init container with `container` merged over it. */
export function podWithInitContainer(container: Body, spec: Body = {}): Body {
  return pod({ initContainers: [{ name: 'init', image, ...container }], ...spec });
}

/** A pod template with one valid container, `spec` merged over its spec. */
export function podTemplate(spec: Body = {}, metadata: Body = {}): Body {
  return { metadata: { labels, ...metadata }, spec: { containers: [{ name: 'app', image }], ...spec } };
}

/** A valid workload of a kind in apps/v1, `spec` merged over its spec. */
export function workload(
  kind: 'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'DaemonSet',
  spec: Body = {},
  metadata: Body = {},
): Body {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', ...metadata },
    spec: { selector: { matchLabels: labels }, template: podTemplate(), ...spec },
  };
}

/** A valid Deployment, `spec` merged over its spec. */
export function deployment(spec: Body = {}, metadata: Body = {}): Body {
  return workload('Deployment', spec, metadata);
}

/** A valid Job, `spec` merged over its spec. */
export function job(spec: Body = {}, metadata: Body = {}): Body {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'web', ...metadata },
    spec: { template: podTemplate({ restartPolicy: 'Never' }), ...spec },
  };
}

/** A valid CronJob, `spec` merged over its spec and `jobSpec` over its Job's. */
export function cronJob(spec: Body = {}, jobSpec: Body = {}): Body {
  const jobTemplate = { spec: { template: podTemplate({ restartPolicy: 'Never' }), ...jobSpec } };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'web' },
    spec: { schedule: '0 3 * * *', jobTemplate, ...spec },
  };
}

/** An object of any kind: its apiVersion and kind, and what stands beside `metadata.name`. */
export function object(apiVersion: string, kind: string, body: Body = {}): Body {
  return { apiVersion, kind, metadata: { name: 'web' }, ...body };
}
