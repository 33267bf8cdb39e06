import type { ContainerPort } from '../../../kubernetes/generated/decoded';
import { suggest } from '../../../kubernetes/suggest';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { type Handler, handlerPort, portNumberOf } from '../../advice/handler-port';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { HandlerContext, ProbeContext } from '../../nodes';
import type { Report } from '../../rule';

type Context = ProbeContext | HandlerContext;

const probed = (port: string) =>
  deploymentExample(`ports:
  - name: http
    containerPort: 8080
readinessProbe:
  httpGet:
    path: /ready
    port: ${port}`);

/** Whether the ports that probes and hooks speak to are there. */
export const probePortAdvice = defineAdvice([
  {
    id: 'valid-handler-port-name',
    severity: 'warning',
    summary: 'The port that a probe or a hook names is a port of its container.',
    why: 'The kubelet finds no number for the name: the probe never gives a verdict, and a hook fails.',
    fix: 'Write the name or the number of a port of the same container.',
    source: 'kubernetes pkg/probe/util.go ResolveContainerPort, pkg/kubelet/prober/worker.go doProbe',
    seeAlso: [
      'kube-linter liveness-port',
      'kube-linter readiness-port',
      'kube-linter startup-port',
      'kosko valid-probe-port',
    ],
    profiles: ['recommended'],
    example: { bad: probed('htpp'), good: probed('http') },
    visit: { probe: validPortName, lifecycleHandler: validPortName },
  },
  {
    id: 'require-declared-probe-port',
    severity: 'info',
    summary: 'A port number that a probe asks is among the ports that its container declares.',
    why: 'A number that stands nowhere else is often a slip, and nothing but the probe says that the port exists.',
    fix: 'Correct the number, or declare the port, if the container really listens there.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: ['kube-linter liveness-port', 'kube-linter readiness-port', 'kube-linter startup-port'],
    profiles: ['recommended'],
    example: { bad: probed('8081'), good: probed('8080') },
    visit: { probe: declaredPort },
  },
  {
    id: 'no-probe-of-udp-port',
    severity: 'warning',
    summary: 'A probe asks a port that the container declares for TCP.',
    why: 'httpGet, tcpSocket and grpc speak TCP: to a port that is only open for UDP or SCTP they never get through.',
    fix: 'Ask a TCP port, or let exec look.',
    source: 'kubernetes pkg/probe/tcp/tcp.go DoTCPProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample(
        'ports:\n  - name: dns\n    containerPort: 53\n    protocol: UDP\nlivenessProbe:\n  tcpSocket:\n    port: dns',
      ),
      good: deploymentExample(
        'ports:\n  - name: dns\n    containerPort: 53\n    protocol: UDP\n  - name: dns-tcp\n    containerPort: 53\nlivenessProbe:\n  tcpSocket:\n    port: dns-tcp',
      ),
    },
    visit: { probe: noUdpPort },
  },
]);

/** What becomes of a probe or a hook that can never reach its port. */
const CONSEQUENCES: Record<Context['name'], string> = {
  livenessProbe: 'the probe gives no verdict, so that the container is never restarted, however long it hangs',
  readinessProbe: 'the probe gives no verdict, so that the pod is never ready',
  startupProbe: 'the probe gives no verdict, so that the container never counts as started, and the pod is never ready',
  postStart: 'the hook fails, and the kubelet kills the container for it, again and again',
  preStop: 'the hook fails, so that the container is stopped without it',
};

function validPortName(handler: Handler, at: FieldPath, report: Report, context: Context): void {
  const spoken = handlerPort(handler);
  if (!spoken || typeof spoken.port !== 'string') return;
  const { action, port } = spoken;
  const ports = context.container.ports ?? [];
  if (portNumberOf(port, ports) !== undefined) return;
  const meant = meantBy(port, ports, context);
  const whose = meant && typeof meant === 'number' ? `; another container of the pod has it, as ${meant}` : '';
  report(
    advice(at.down(action, 'port'), `the container has no port of that name${whose}: ${CONSEQUENCES[context.name]}`, {
      value: port,
      ...(meant !== undefined && { change: changeTo({ port: meant }) }),
    }),
  );
}

/** The name that is near, or the number that another container of the pod gives the name. */
function meantBy(name: string, ports: readonly ContainerPort[], { podSpec }: Context): string | number | undefined {
  const others = [...(podSpec.containers ?? []), ...(podSpec.initContainers ?? [])].flatMap(
    ({ ports: all = [] }) => all,
  );
  const own = ports.flatMap((port) => (port.name ? [port.name] : []));
  return portNumberOf(name, others) ?? suggest(name, own) ?? (own.length === 1 ? own[0] : undefined);
}

function declaredPort(probe: Handler, at: FieldPath, report: Report, { container }: Context): void {
  const spoken = handlerPort(probe);
  const ports = container.ports ?? [];
  if (!spoken || typeof spoken.port !== 'number' || spoken.host || ports.length === 0) return;
  if (ports.some(({ containerPort }) => containerPort === spoken.port)) return;
  const declared = ports.map(({ containerPort, name }) => (name ? `${containerPort} (${name})` : `${containerPort}`));
  const [only] = ports.length === 1 ? ports : [];
  report(
    advice(at.down(spoken.action, 'port'), `the container declares ${declared.join(', ')}`, {
      value: spoken.port,
      ...(only && { change: changeTo({ port: only.containerPort }) }),
    }),
  );
}

function noUdpPort(probe: Handler, at: FieldPath, report: Report, { container }: Context): void {
  const spoken = handlerPort(probe);
  const ports = container.ports ?? [];
  const number = spoken && portNumberOf(spoken.port, ports);
  if (!spoken || spoken.host || number === undefined) return;
  const protocols = ports.flatMap(({ containerPort, protocol = 'TCP' }) =>
    containerPort === number ? [protocol] : [],
  );
  if (protocols.length === 0 || protocols.includes('TCP')) return;
  const detail = `the container declares port ${number} for ${protocols.join(' and ')} only, and ${spoken.action} speaks TCP`;
  report(advice(at.down(spoken.action, 'port'), detail, { value: spoken.port }));
}
