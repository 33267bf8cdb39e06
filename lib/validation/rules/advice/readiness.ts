import type { Container } from '../../../kubernetes/generated/decoded';
import { deploymentExample, SERVICE_EXAMPLE } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { answering, type LastingContainer, lastingContainers, type PodMaker } from '../../advice/served-pods';
import { ServedPods } from '../../advice/served-pods-index';
import { defineAdvice } from '../../advice-rule';
import { advice, type Finding } from '../../finding';
import type { AppVisit } from '../../rule';

/** Time in which kube-proxy and load balancers learn that a pod leaves; seconds. */
const DRAIN = 5;

const PORTS = 'ports:\n  - name: http\n    containerPort: 8080';
const READINESS = 'readinessProbe:\n  httpGet:\n    path: /ready\n    port: http';

/** What Services ask of the pods behind them. */
export const readinessAdvice = defineAdvice([
  {
    id: 'require-readiness-probe',
    severity: 'warning',
    summary: 'A container that answers a port of a Service has a readiness probe.',
    why: 'Requests reach it from the moment in which its process starts, and go on reaching it while it hangs.',
    fix: 'Add a readiness probe that asks whether it can answer.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: [
      'kube-linter no-readiness-probe',
      'kube-score pod-probes',
      'Polaris readinessProbeMissing',
      'Datree CONTAINERS_MISSING_READINESSPROBE_KEY',
    ],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample(PORTS) + SERVICE_EXAMPLE,
      good: deploymentExample(`${PORTS}\n${READINESS}`) + SERVICE_EXAMPLE,
    },
    visit: {},
    visitApp: () => visitServed(isUnready, readinessFinding),
  },
  {
    id: 'require-drain-time',
    severity: 'info',
    summary: `A container behind a Service goes on answering for ${DRAIN} s after it is told to stop.`,
    why: 'Nodes learn that a pod leaves a Service while it already stops: requests that are sent meanwhile are refused, a few on each rollout.',
    fix: 'Sleep in a preStop hook, unless the process itself goes on answering for a while after SIGTERM.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    seeAlso: [],
    profiles: [],
    example: {
      bad: deploymentExample(PORTS) + SERVICE_EXAMPLE,
      good: deploymentExample(`${PORTS}\nlifecycle:\n  preStop:\n    sleep:\n      seconds: 5`) + SERVICE_EXAMPLE,
    },
    visit: {},
    visitApp: () => visitServed(stopsAtOnce, drainFinding),
  },
]);

/** Where requests come from, and how many replicas answer them. */
interface Served {
  readonly service: string;
  readonly port: number;
  readonly replicas: number;
}

/** Asks about each container that answers a port of some Service, once. */
function visitServed(
  isAskedAbout: (container: Container) => boolean,
  find: (container: LastingContainer, served: Served) => Finding,
): AppVisit {
  const served = new ServedPods(
    (pod) =>
      !ENDING.has(pod.entry.kind.kind) && lastingContainers(pod).some(({ container }) => isAskedAbout(container)),
  );
  return {
    see: (entry) => served.see(entry),
    end(report) {
      const asked = new Set<Container>();
      for (const [pod, { service, entry }] of served.pairs()) {
        const { ports = [], publishNotReadyAddresses } = service.spec ?? {};
        if (publishNotReadyAddresses) continue;
        const containers = lastingContainers(pod);
        for (const port of ports) {
          const target = answering(containers, port);
          if (!target || asked.has(target.container) || !isAskedAbout(target.container)) continue;
          asked.add(target.container);
          const from = { service: service.metadata?.name ?? '', port: port.port ?? 0, replicas: replicasOf(pod) };
          report(pod.entry.index, { ...find(target, from), other: entry.index });
        }
      }
    },
  };
}

/** The kinds whose pods come to an end. */
const ENDING: ReadonlySet<string> = new Set(['Job', 'CronJob']);

function replicasOf({ entry }: PodMaker): number {
  return (entry.object.spec as { readonly replicas?: number } | undefined)?.replicas ?? 1;
}

function isUnready({ readinessProbe }: Container): boolean {
  return readinessProbe === undefined;
}

function readinessFinding({ container, at }: LastingContainer, { service, port }: Served): Finding {
  const [first] = container.ports ?? [];
  const target = first?.name ?? first?.containerPort ?? port;
  const detail = `Service ${service} sends it requests 0 s after its process starts, and goes on for as long as it hangs`;
  const asked = container.livenessProbe?.httpGet ?? { path: '/ready', port: target };
  return advice(at.child('readinessProbe'), detail, {
    change: changeTo({ readinessProbe: { httpGet: { path: asked.path, port: asked.port }, periodSeconds: 5 } }),
  });
}

function stopsAtOnce({ lifecycle }: Container): boolean {
  return lifecycle?.preStop === undefined;
}

function drainFinding({ at }: LastingContainer, { service, replicas }: Served): Finding {
  const each = replicas > 1 ? `each of ${replicas} pods stops` : 'it stops';
  const detail = `${each} 0 s after it is told to, while Service ${service} still sends it requests`;
  return advice(at.down('lifecycle', 'preStop'), detail, {
    change: changeTo({ lifecycle: { preStop: { sleep: { seconds: DRAIN } } } }),
  });
}
