import type { Healing } from '../healing/healing';
import { formatDuration } from '../simulation/scenario/parse-duration';
import type { ExplainedPods } from './explanation';
import type { ResourceAmounts } from './pod-resources';
import type { ReachedPort, ServiceWay } from './reach';
import { probeTexts, recoveryText } from './seconds-text';

/** Rows of text below a title. */
export interface Section {
  readonly title: string;
  /** A label and what there is to say; a row without a label goes on with the one before. */
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** What there is to say of the pods of a workload, beside the values of its fields. */
export function podSections(pods: ExplainedPods, healing?: Healing): Section[] {
  return [
    { title: 'Each pod', rows: podRows(pods) },
    ...pods.containers.map((container) => ({
      title: `${container.role === 'container' ? 'Container' : container.role === 'sidecar' ? 'Sidecar' : 'Init container'} ${container.name}`,
      rows: containerRows(container, pods.gracePeriod),
    })),
    { title: 'How many', rows: countRows(pods) },
    { title: 'Who may reach it', rows: reachRows(pods) },
    ...(healing ? [{ title: 'How it heals, simulated', rows: healingRows(healing) }] : []),
  ].filter(({ rows }) => rows.length > 0);
}

function podRows({ qosClass, priority, resources }: ExplainedPods): Section['rows'] {
  const { requests, limits, unlimited } = resources;
  const requested = amountsText(requests);
  const open = Object.entries(unlimited).map(([name, containers]) => `${name} (${containers.join(', ')})`);
  return [
    ['QoS class', `${qosClass}: ${EVICTION[qosClass]}`],
    ['Priority', priorityText(priority)],
    ['Requests', requested === NONE ? NONE : `${requested}: free on a node, or the pod waits`],
    ['Limits', `${amountsText(limits)}${open.length > 0 ? `; without: ${open.join(', ')}` : ''}`],
  ];
}

const NONE = 'none';

/** Follows https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/. */
const EVICTION = {
  BestEffort: 'evicted first when a node runs short',
  Burstable: 'evicted when it uses more than it requests and a node runs short',
  Guaranteed: 'evicted last when a node runs short',
};

function priorityText({ value, className }: ExplainedPods['priority']): string {
  if (value === undefined) return `that of the PriorityClass ${className}, which is not among these objects`;
  if (className === undefined) return `${value}, unless the cluster has a PriorityClass for all that name none`;
  return `${value}, from the PriorityClass ${className}`;
}

function amountsText(amounts: ResourceAmounts): string {
  return (
    Object.entries(amounts)
      .map(([name, amount]) => `${name} ${amount}`)
      .join(', ') || NONE
  );
}

function containerRows(container: ExplainedPods['containers'][number], gracePeriod: number): Section['rows'] {
  const probes = container.probes.flatMap((probe): Section['rows'] => [
    [LABELS[probe.probe], probe.line],
    ...probeTexts(probe, container).map((text): [string, string] => ['', text]),
  ]);
  const recovery = recoveryText(container, gracePeriod);
  return [...probes, ...(recovery === undefined ? [] : [['Hang', recovery] as const])];
}

const LABELS = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' };

function countRows({ rollout, scale }: ExplainedPods): Section['rows'] {
  return [
    ...(rollout ? [['Rollout', rollout.text] as const] : []),
    ...scale.map(({ by, text }): [string, string] => ['', `${by} ${text}`]),
  ];
}

function reachRows({ reach }: ExplainedPods): Section['rows'] {
  const { services, ports, policies, hostNetwork } = reach;
  return [
    ...services.flatMap((way): Section['rows'] => [
      ['Service', wayText(way)],
      ...way.outside.map((from): [string, string] => ['', `from outside: ${from}`]),
    ]),
    ...ports.map((port): [string, string] => [`${port.port}/${port.protocol}`, portText(port, policies)]),
    ...(hostNetwork
      ? [
          [
            'Network',
            'that of its node: every port of it is one of the node, and few clusters apply NetworkPolicies',
          ] as const,
        ]
      : []),
    ...(policies.length > 0 && !hostNetwork
      ? [['else', `nobody but its node: ${policies.map((name) => `NetworkPolicy/${name}`).join(', ')}`] as const]
      : []),
  ];
}

function wayText({ address, protocol, port, container }: ServiceWay): string {
  if (port === undefined) return `${address} ${protocol} leads nowhere: no container has a port of that name`;
  return `${address} ${protocol} leads to ${port}${container === undefined ? ', which no container declares' : ` of ${container}`}`;
}

function portText({ name, container, from, policies }: ReachedPort, all: readonly string[]): string {
  const port = `${name === undefined ? '' : `${name} in `}${container}: `;
  if (all.length === 0) return `${port}every pod of the cluster, as no NetworkPolicy selects it`;
  if (from === 'anyone') return `${port}everyone, by NetworkPolicy ${policies.join(', ')}`;
  return port + (from.length === 0 ? 'nobody' : `${from.join('; ')}, by NetworkPolicy ${policies.join(', ')}`);
}

function healingRows(healing: Healing): Section['rows'] {
  const { hangNoticed, hangHealed, restartsInOutage, slowestStart, rollout } = healing;
  return [
    ['Hang', hangText(hangNoticed, hangHealed)],
    ['Start', slowestStart === undefined ? 'any start survives' : `one of up to ${inSeconds(slowestStart)} survives`],
    [
      'Outage',
      `${restartsInOutage} ${restartsInOutage === 1 ? 'restart' : 'restarts'} when a dependency is away for 60s`,
    ],
    ...(rollout === undefined
      ? []
      : [['Rollout', `takes ${inSeconds(rollout)} when processes start at once`] as const]),
  ];
}

function hangText(noticed: number | undefined, healed: number | undefined): string {
  if (noticed === undefined) return 'nobody notices it';
  return `noticed within ${inSeconds(noticed)}, ${healed === undefined ? 'never healed' : `healed within ${inSeconds(healed)}`}`;
}

function inSeconds(seconds: number): string {
  return formatDuration(Math.ceil(seconds));
}
