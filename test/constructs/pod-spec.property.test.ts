import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import type { Container, EnvVar, PodSpec, Volume } from '../../imports/k8s';
import { Pod } from '../../lib/constructs/pod';

/** Names that JavaScript keeps in the order in which they were written: they start with a letter. */
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const port = fc.integer({ min: 1, max: 65535 });
const text = fc.string({ maxLength: 12 });

const handler = fc.oneof(
  fc.record({ exec: fc.record({ command: fc.array(text, { minLength: 1, maxLength: 3 }) }) }),
  fc.record({ grpc: fc.record({ port, service: text }, { requiredKeys: ['port'] }) }),
  fc.record({ httpGet: fc.record({ port: fc.oneof(port, name), path: text }, { requiredKeys: ['port'] }) }),
  fc.record({ tcpSocket: fc.record({ port: fc.oneof(port, name) }) }),
);
const timing = fc.record(
  { initialDelaySeconds: fc.nat(), periodSeconds: fc.nat(), failureThreshold: fc.nat(), timeoutSeconds: fc.nat() },
  { requiredKeys: [] },
);
const probe = fc.tuple(handler, timing).map(([way, numbers]) => ({ ...way, ...numbers }));

const unique = <T>(value: fc.Arbitrary<T>, key: (value: T) => unknown) =>
  fc.uniqueArray(value, { selector: key, minLength: 1, maxLength: 4 });

const envVar: fc.Arbitrary<EnvVar> = fc.oneof(
  fc.record({ name, value: text }),
  fc.record({
    name,
    valueFrom: fc.oneof(
      fc.record({ secretKeyRef: fc.record({ name, key: name, optional: fc.boolean() }) }),
      fc.record({ fieldRef: fc.record({ fieldPath: text }) }),
    ),
  }),
);

const container: fc.Arbitrary<Container> = fc.record(
  {
    name,
    image: text,
    command: fc.array(text),
    ports: unique(
      fc.record({ name, containerPort: port, protocol: fc.constantFrom('TCP', 'UDP', 'SCTP') }),
      (p) => p.name,
    ),
    env: unique(envVar, (variable) => variable.name),
    volumeMounts: unique(
      fc.record(
        { name, mountPath: name.map((path) => `/${path}`), readOnly: fc.boolean() },
        { requiredKeys: ['name', 'mountPath'] },
      ),
      (mount) => mount.mountPath,
    ),
    volumeDevices: unique(fc.record({ name, devicePath: name.map((path) => `/dev/${path}`) }), (d) => d.devicePath),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    lifecycle: fc.record({ preStop: fc.record({ sleep: fc.record({ seconds: fc.nat() }) }) }),
    resources: fc.record({ limits: fc.dictionary(name, fc.oneof(fc.nat(), text)) }),
    securityContext: fc.record({ runAsUser: fc.nat(), privileged: fc.boolean() }, { requiredKeys: [] }),
    tty: fc.boolean(),
  },
  { requiredKeys: ['name', 'image'] },
);

const volume: fc.Arbitrary<Volume> = fc.oneof(
  fc.record({ name }),
  fc.record({ name, emptyDir: fc.record({ sizeLimit: text }, { requiredKeys: [] }) }),
  fc.record({ name, secret: fc.record({ secretName: name, optional: fc.boolean() }) }),
  fc.record({
    name,
    ephemeral: fc.record({ volumeClaimTemplate: fc.record({ spec: fc.record({ storageClassName: text }) }) }),
  }),
);

const podSpec: fc.Arbitrary<PodSpec> = fc.record(
  {
    containers: unique(container, ({ name }) => name),
    initContainers: unique(container, ({ name }) => name),
    volumes: unique(volume, ({ name }) => name),
    restartPolicy: fc.constantFrom('Always', 'Never', 'OnFailure'),
    terminationGracePeriodSeconds: fc.nat(),
    hostNetwork: fc.boolean(),
    nodeSelector: fc.dictionary(name, text),
    tolerations: fc.array(fc.record({ key: name, operator: fc.constantFrom('Equal', 'Exists') })),
    securityContext: fc.record({ runAsNonRoot: fc.boolean() }),
  },
  { requiredKeys: ['containers'] },
);

/** The same list as an object: `key` of every element becomes its key, and `value` what is left of it. */
function keyed<T, K extends keyof T>(list: readonly T[] | undefined, key: K, value: (rest: Omit<T, K>) => unknown) {
  if (!list) return undefined;
  return Object.fromEntries(list.map(({ [key]: name, ...rest }) => [name, value(rest)]));
}

function keyedContainer({ ports, env, volumeMounts, volumeDevices, ...rest }: Omit<Container, 'name'>) {
  return {
    ...rest,
    ports: ports && Object.fromEntries(ports.map(({ name, ...options }) => [name, options])),
    env: keyed(env, 'name', ({ value, valueFrom }) => valueFrom ?? value),
    volumeMounts: keyed(volumeMounts, 'mountPath', (mount) => (mount.readOnly === undefined ? mount.name : mount)),
    volumeDevices: keyed(volumeDevices, 'devicePath', ({ name }) => name),
  };
}

test('a pod says what was written, only that its lists are keyed by name', () => {
  fc.assert(
    fc.property(podSpec, ({ containers, initContainers, volumes, ...rest }) => {
      const props = {
        ...rest,
        containers: keyed(containers, 'name', keyedContainer),
        initContainers: keyed(initContainers, 'name', keyedContainer),
        volumes: keyed(volumes, 'name', (source) => source),
      } as unknown as ConstructorParameters<typeof Pod>[2];
      const pod = new Pod(new Chart(new App(), 'chart'), 'web', props);
      expect(pod.toJson().spec).toEqual({
        containers,
        ...(initContainers && { initContainers }),
        ...(volumes && { volumes }),
        ...rest,
      });
    }),
  );
});
