import { compile } from './compile';

/** `^` marks the word that the compiler must point to; `message` is what it says, in its first or its last line. */
interface MistakeCase {
  readonly code: string;
  readonly message: string;
}

const deployment = (container: string) => `new Deployment(chart, 'web', { containers: { ${container} } });`;
const pod = (fields: string) => `new Pod(chart, 'web', { ${fields} });`;
const initPod = (init: string) =>
  pod(`containers: { web: { image, ports: { http: 80 } } }, initContainers: { ${init} }`);

const NO_PORT = `Type 'string' is not assignable to type 'number | Mistake<"this container has no named port">'.`;
const ONE_HANDLER = 'a probe has exactly one handler: exec, grpc, httpGet or tcpSocket';
const ONE_HOOK = 'a lifecycle hook has exactly one handler: exec, httpGet, sleep or tcpSocket';
const NOT_WATCHED = `Mistake<"only an init container with restartPolicy 'Always' has probes and a lifecycle">`;
const QUANTITY = `Mistake<"a quantity is a number with a unit, such as '100m', '0.5', '64Mi' or '1Gi'">`;

const mistakes: Record<string, MistakeCase> = {
  'a misspelt port name': {
    code: deployment(`a: { image, ports: { http: 80 }, livenessProbe: { httpGet: { ^port: 'htp' } } }`),
    message: `Type '"htp"' is not assignable to type 'number | "http"'. Did you mean '"http"'?`,
  },
  'a misspelt port name beside a container without ports': {
    code: deployment(
      `a: { image, ports: { http: 80 }, readinessProbe: { tcpSocket: { ^port: 'htp' } } }, b: { image }`,
    ),
    message: `Type '"htp"' is not assignable to type 'number | "http"'. Did you mean '"http"'?`,
  },
  'a port name in a container without ports': {
    code: deployment(`a: { image, ports: { http: 80 } }, b: { image, startupProbe: { httpGet: { ^port: 'http' } } }`),
    message: NO_PORT,
  },
  'the port name of another container': {
    code: deployment(
      `a: { image, ports: { http: 80 } }, b: { image, ports: { admin: 81 }, livenessProbe: { httpGet: { ^port: 'http' } } }`,
    ),
    message: `Type '"http"' is not assignable to type 'number | "admin"'.`,
  },
  'the port name of a container in its sidecar': {
    code: initPod(
      `proxy: { image, restartPolicy: 'Always', ports: { admin: 9 }, startupProbe: { httpGet: { ^port: 'http' } } }`,
    ),
    message: `Type '"http"' is not assignable to type 'number | "admin"'.`,
  },
  'a port name in a sidecar without ports': {
    code: initPod(`proxy: { image, restartPolicy: 'Always', startupProbe: { httpGet: { ^port: 'http' } } }`),
    message: NO_PORT,
  },
  'a misspelt port name in a lifecycle hook': {
    code: deployment(`a: { image, ports: { http: 80 }, lifecycle: { preStop: { httpGet: { ^port: 'htp' } } } }`),
    message: `Type '"htp"' is not assignable to type 'number | "http"'. Did you mean '"http"'?`,
  },
  'a port name for gRPC': {
    code: deployment(`a: { image, ports: { grpc: 9 }, livenessProbe: { grpc: { ^port: 'grpc' } } }`),
    message: `Type 'string' is not assignable to type 'number'.`,
  },
  'a misspelt port name of computed probes': {
    code: deployment(
      `^a: { image, ports: { http: 80 }, ...probesFor({ startsWithin: '90s', mayHangFor: '30s', tcp: 'htp' }) }`,
    ),
    message: `port: "htp"`,
  },
  'a port name that is text of unknown content': {
    code: deployment(`a: { image, ports: { http: 80 }, livenessProbe: { httpGet: { ^port: text } } }`),
    message: `Type 'string' is not assignable to type 'number | "http"'.`,
  },
  'a port given as text': {
    code: deployment(`a: { image, ports: { ^http: '80' } }`),
    message: `Type 'string' is not assignable to type 'number | PortOptions'.`,
  },
  'a misspelt field of a port': {
    code: deployment(`a: { image, ports: { http: { ^port: 80 } } }`),
    message: `Object literal may only specify known properties, and 'port' does not exist in type 'PortOptions'.`,
  },
  'two handlers in a probe': {
    code: deployment(`a: { image, livenessProbe: { httpGet: { port: 80 }, ^tcpSocket: { port: 80 } } }`),
    message: `Type '{ port: number; }' is not assignable to type '"${ONE_HANDLER}"'.`,
  },
  'no handler in a probe': {
    code: deployment(`a: { image, ^livenessProbe: { periodSeconds: 5 } }`),
    message: `Property '[mistake]' is missing in type '{ periodSeconds: number; }' but required in type 'Mistake<"${ONE_HANDLER}">'.`,
  },
  'two handlers in a lifecycle hook': {
    code: deployment(`a: { image, lifecycle: { preStop: { exec: { command: ['x'] }, ^sleep: { seconds: 1 } } } }`),
    message: `Type '{ seconds: number; }' is not assignable to type '"${ONE_HOOK}"'.`,
  },
  'successThreshold of a liveness probe': {
    code: deployment(`a: { image, livenessProbe: { exec: { command: ['x'] }, ^successThreshold: 2 } }`),
    message: `Type '2' is not assignable to type '1'.`,
  },
  'successThreshold of a startup probe': {
    code: deployment(`a: { image, startupProbe: { exec: { command: ['x'] }, ^successThreshold: 3 } }`),
    message: `Type '3' is not assignable to type '1'.`,
  },
  'terminationGracePeriodSeconds of a readiness probe': {
    code: deployment(`a: { image, readinessProbe: { exec: { command: ['x'] }, ^terminationGracePeriodSeconds: 2 } }`),
    message: `Type 'number' is not assignable to type 'Mistake<"a readiness probe stops no container">'.`,
  },
  'a misspelt probe': {
    code: deployment(`a: { image, ^livenessProve: { exec: { command: ['x'] } } }`),
    message: `Did you mean to write 'livenessProbe'?`,
  },
  'a misspelt handler': {
    code: deployment(`a: { image, livenessProbe: { ^htpGet: { port: 80 } } }`),
    message: `Object literal may only specify known properties, but 'htpGet' does not exist in type 'LivenessProbe<never>'. Did you mean to write 'httpGet'?`,
  },
  'a misspelt field of a handler': {
    code: deployment(`a: { image, livenessProbe: { httpGet: { ^prot: 22 } } }`),
    message: `Object literal may only specify known properties, and 'prot' does not exist in type 'HttpGet<never>'.`,
  },
  'a misspelt number of a probe': {
    code: deployment(`a: { image, livenessProbe: { httpGet: { port: 80 }, ^periodSecond: 1 } }`),
    message: `Did you mean to write 'periodSeconds'?`,
  },
  'a probe beside the containers': {
    code: pod(`containers: { web: { image } }, ^livenessProbe: { exec: { command: ['x'] } }`),
    message: `Object literal may only specify known properties, and 'livenessProbe' does not exist in type`,
  },
  'a probe in an init container': {
    code: initPod(`migrate: { image, livenessProbe: { ^exec: { command: ['x'] } } }`),
    message: `Object literal may only specify known properties, and 'exec' does not exist in type '${NOT_WATCHED}'.`,
  },
  'a lifecycle hook in an init container': {
    code: initPod(`migrate: { image, restartPolicy: 'Never', lifecycle: { ^preStop: { sleep: { seconds: 3 } } } }`),
    message: `Object literal may only specify known properties, and 'preStop' does not exist in type '${NOT_WATCHED}'.`,
  },
  'a misspelt field of an init container': {
    code: initPod(`migrate: { image, ^comand: ['x'] }`),
    message: `Did you mean to write 'command'?`,
  },
  'an init container without image': {
    code: initPod(`^migrate: { command: ['x'] }`),
    message: `Property 'image' is missing in type '{ command: string[]; }' but required in type 'RegularInitContainer<never, unknown>'.`,
  },
  'a container without image': {
    code: deployment(`^a: {}`),
    message: `Property 'image' is missing in type '{}' but required in type 'Container<never, unknown>'.`,
  },
  'no container': {
    code: `new Deployment(chart, 'web', { ^containers: {} });`,
    message: `Property '[mistake]' is missing in type '{}' but required in type 'Mistake<"a pod has at least one container">'.`,
  },
  'replicas of a Pod': {
    code: pod(`^replicas: 2, containers: { web: { image } }`),
    message: `Object literal may only specify known properties, and 'replicas' does not exist in type`,
  },
  'replicas of a DaemonSet': {
    code: `new DaemonSet(chart, 'web', { ^replicas: 2, containers: { web: { image } } });`,
    message: `Object literal may only specify known properties, and 'replicas' does not exist in type`,
  },
  'a Deployment that does not restart its containers': {
    code: `new Deployment(chart, 'web', { containers: { web: { image } }, ^restartPolicy: 'Never' });`,
    message: `Type '"Never"' is not assignable to type '"Always"'.`,
  },
  'a ReplicaSet that does not restart its containers': {
    code: `new ReplicaSet(chart, 'web', { containers: { web: { image } }, ^restartPolicy: 'OnFailure' });`,
    message: `Type '"OnFailure"' is not assignable to type '"Always"'.`,
  },
  'a StatefulSet that does not restart its containers': {
    code: `new StatefulSet(chart, 'web', { containers: { web: { image } }, ^restartPolicy: 'Never' });`,
    message: `Type '"Never"' is not assignable to type '"Always"'.`,
  },
  'a DaemonSet that does not restart its containers': {
    code: `new DaemonSet(chart, 'web', { containers: { web: { image } }, ^restartPolicy: 'Never' });`,
    message: `Type '"Never"' is not assignable to type '"Always"'.`,
  },
  'a Job that restarts for ever': {
    code: `new Job(chart, 'web', { containers: { web: { image } }, ^restartPolicy: 'Always' });`,
    message: `Type '"Always"' is not assignable to type '"Never" | "OnFailure"'.`,
  },
  'a Job without restartPolicy': {
    code: `new Job(chart, 'web', ^{ containers: { web: { image } } });`,
    message: `Property 'restartPolicy' is missing in type`,
  },
  'a CronJob without schedule': {
    code: `new CronJob(chart, 'web', ^{ restartPolicy: 'Never', containers: { web: { image } } });`,
    message: `Property 'schedule' is missing in type`,
  },
  'activeDeadlineSeconds of a Deployment': {
    code: `new Deployment(chart, 'web', { containers: { web: { image } }, ^activeDeadlineSeconds: 60 });`,
    message: `'activeDeadlineSeconds' does not exist in type`,
  },
  'a quantity with a space': {
    code: deployment(`a: { image, resources: { requests: { ^cpu: '100 m' } } }`),
    message: `Type 'string' is not assignable to type '${QUANTITY}'.`,
  },
  'a quantity with an unknown unit': {
    code: deployment(`a: { image, resources: { limits: { ^memory: '1gb' } } }, b: { image }`),
    message: `Type 'string' is not assignable to type '${QUANTITY}'.`,
  },
  'a quantity without a number': {
    code: initPod(`migrate: { image, resources: { limits: { ^memory: 'Mi' } } }`),
    message: `Type 'string' is not assignable to type '${QUANTITY}'.`,
  },
  'a misspelt field of resources': {
    code: deployment(`a: { image, resources: { ^request: { memory: '1Gi' } } }`),
    message: `Mistake<"resources are claims, limits and requests">`,
  },
  'an environment variable that is a number': {
    code: deployment(`a: { image, env: { ^PORT: 80 } }`),
    message: `Type 'number' is not assignable to type 'EnvValue'.`,
  },
  'an environment variable with two sources': {
    code: deployment(
      `a: { image, env: { A: { secretKeyRef: { name: 's', key: 'k' }, ^fieldRef: { fieldPath: 'metadata.name' } } } }`,
    ),
    message: `Type '{ fieldPath: string; }' is not assignable to type '"an environment variable has exactly one source"'.`,
  },
  'a misspelt source of an environment variable': {
    code: deployment(`a: { image, env: { A: { ^secretRef: { name: 's', key: 'k' } } } }`),
    message: `Did you mean to write 'secretKeyRef'?`,
  },
  'a misspelt field of a source': {
    code: deployment(`a: { image, env: { A: { secretKeyRef: { ^nam: 's', key: 'k' } } } }`),
    message: `Did you mean to write 'name'?`,
  },
  'a mount of a volume with another name': {
    code: pod(`volumes: { data: {} }, containers: { a: { image, volumeMounts: { ^'/data': 'dta' } } }`),
    message: `Type '"dta"' is not assignable to type '"data" | VolumeMount<"data">'. Did you mean '"data"'?`,
  },
  'a mount in a pod without volumes': {
    code: pod(`containers: { a: { image, volumeMounts: { ^'/data': 'data' } } }`),
    message: `Type 'string' is not assignable to type 'Mistake<"this pod has no volume"> | VolumeMount<never>'.`,
  },
  'a mount of neither a volume nor a claim': {
    code: `new StatefulSet(chart, 'db', { volumeClaimTemplates: { data: {} }, containers: { a: { image, volumeMounts: { '/data': { ^name: 'dta' } } } } });`,
    message: `Type '"dta"' is not assignable to type '"data"'.`,
  },
  'two sources in envFrom': {
    code: deployment(`a: { image, envFrom: [^{ configMapRef: { name: 'c' }, secretRef: { name: 's' } }] }`),
    message: `Type '{ name: string; }' is not assignable to type '"envFrom takes its variables from one source: configMapRef or secretRef"'.`,
  },
  'two sources in an entry of a projected volume': {
    code: pod(
      `volumes: { all: { projected: { sources: [^{ configMap: { name: 'c' }, secret: { name: 's' } }] } } }, containers: { a: { image } }`,
    ),
    message: `Type '{ name: string; }' is not assignable to type '"each entry of sources is one source"'.`,
  },
  'two sources in a volume': {
    code: pod(`volumes: { data: { emptyDir: {}, ^secret: { secretName: 's' } } }, containers: { a: { image } }`),
    message: `Type '{ secretName: string; }' is not assignable to type '"a volume has one source"'.`,
  },
  'a value outside the closed set': {
    code: deployment(`a: { image, ^imagePullPolicy: 'always' }`),
    message: `Type '"always"' is not assignable to type '"Never" | "Always" | "IfNotPresent" | undefined'. Did you mean '"Always"'?`,
  },
  'a Service to a port that its workload does not have': {
    code: `
      const web = new Deployment(chart, 'web', { containers: { a: { image, ports: { http: 80 } }, b: { image } } });
      new Service(chart, 'web-svc', { selector: web, ports: { http: { port: 80, ^targetPort: 'htp' } } });`,
    message: `Type '"htp"' is not assignable to type 'number | "http" | undefined'. Did you mean '"http"'?`,
  },
};

const correct: Record<string, string> = {
  'port names of every container': deployment(`
    a: { image, ports: { http: 80, dns: { containerPort: 53, protocol: 'UDP' } }, livenessProbe: { httpGet: { port: 'http' } } },
    b: { image, readinessProbe: { tcpSocket: { port: 8080 } } },
    c: { image, ports: { admin: 9 }, lifecycle: { preStop: { httpGet: { port: 'admin' } } } }`),
  'a sidecar with a probe beside an init container': initPod(`
    proxy: { image, restartPolicy: 'Always', ports: { admin: 9 }, startupProbe: { httpGet: { port: 'admin' } } },
    migrate: { image, restartPolicy: 'OnFailure' },
    wait: { image }`),
  'ports without names': deployment(
    `a: { image, ports: [{ containerPort: 80 }], livenessProbe: { httpGet: { port: 80 } } }`,
  ),
  'the one success threshold': deployment(
    `a: { image, livenessProbe: { exec: { command: ['x'] }, successThreshold: 1 } }`,
  ),
  'quantities: literals, numbers and text known only at run time': deployment(
    `a: { image, resources: { requests: { cpu: '100m', memory: text, 'example.com/gpu': 1 }, limits: { cpu: '0.5', memory: '1e3' } } }`,
  ),
  'mounts of volumes and of claims': `new StatefulSet(chart, 'db', {
    serviceName: 'db',
    volumes: { tmp: { emptyDir: {} } },
    volumeClaimTemplates: { data: { spec: { accessModes: ['ReadWriteOnce'] } } },
    containers: { db: { image, volumeMounts: { '/data': 'data', '/tmp': { name: 'tmp', readOnly: true } } } },
  });`,
  'containers made elsewhere': `
    const one: Container = { image, ports: { http: 80 }, livenessProbe: { httpGet: { port: 'http' } } };
    const mounting: Container<'data'> = { image, volumeMounts: { '/data': 'data' } };
    const many: Record<string, Container> = { one };
    new Pod(chart, 'one', { volumes: { data: {} }, containers: { one, mounting, two: { image } } });
    new Pod(chart, 'many', { containers: many });`,
  'computed probes of every kind': deployment(`
    a: { image, ports: { http: 80 }, ...probesFor({ startsWithin: '90s', mayHangFor: 30, http: '/', port: 'http' }) },
    b: { image, ports: { http: 80 }, ...probesFor({ startsWithin: '90s', mayHangFor: '1m', tcp: 'http', ready: { http: '/', port: 80 } }) },
    c: { image, ...probesFor({ startsWithin: '90s', mayHangFor: '30s', grpc: 5000, service: 'live' }) },
    d: { image, ...probesFor({ startsWithin: '90s', mayHangFor: '30s', exec: ['true'] }) }`),
  'a container that is left out': initPod(`migrate: text ? { image } : undefined`),
  'a Service by port name, by labels, and without names': `
    const web = new Deployment(chart, 'web', { containers: { a: { image, ports: { http: 80 } }, b: { image } } });
    new Service(chart, 'one', { selector: web, ports: { http: { port: 80, targetPort: 'http' }, admin: 81 } });
    new Service(chart, 'two', { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'any' }] });`,
};

const cases = Object.entries(mistakes);
const results = compile(cases.map(([, { code }]) => code.replace('^', '')));

describe('a mistake is reported once, at the wrong word', () => {
  test.each(cases.map(([name, mistake], index) => ({ name, mistake, problems: results[index] })))(
    '$name',
    ({ mistake: { code, message }, problems = [] }) => {
      expect(problems.map(({ position }) => position)).toEqual([code.indexOf('^')]);
      const { message: first = '', details = [] } = problems[0] ?? {};
      expect([first, details.at(-1)].some((line) => line?.includes(message)) ? message : { first, details }).toBe(
        message,
      );
    },
  );
});

describe('what is correct compiles', () => {
  const problems = compile(Object.values(correct));
  test.each(Object.keys(correct).map((name, index) => [name, problems[index]]))('%s', (_, found) => {
    expect(found).toEqual([]);
  });
});
