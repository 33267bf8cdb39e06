import type { Container, PodSpec, ResourceRequirements } from '../../../kubernetes/generated/decoded';
import { parseQuantity } from '../../../kubernetes/quantity';
import { changeTo } from '../../advice/fragment';
import { podWithContainer } from '../../advice/pod-examples';
import { unlessDefaulted } from '../../advice/unless-defaulted';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';
import { said } from '../../said';

const BYTES = ['memory', 'ephemeral-storage'] as const;
const NANO = 1_000_000_000n;
/** The usual quantities, which are whole for certain. */
const WHOLE = /^\d+([KMGT]i|[kMGT])?$/;
const NONE: ResourceRequirements = {};
const CPU = changeTo({ resources: { requests: { cpu: '100m' } } });
const MEMORY = changeTo({ resources: { limits: { memory: '128Mi' } } });

/** How much of its node a container asks for, and how much it may take. */
export const resourcesAdvice = defineAdvice([
  {
    id: 'no-fractional-bytes',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'Memory and ephemeral storage are whole numbers of bytes.',
    why: 'The suffix m stands for thousandths: a limit of 128m memory is less than a byte, and the container cannot start.',
    fix: 'Write Mi where you mean mebibytes.',
    source: 'kubernetes pkg/api/pod/warnings.go warningsForPodSpecAndMeta',
    seeAlso: [],
    example: {
      bad: podWithContainer('resources:\n  limits:\n    memory: 128m'),
      good: podWithContainer('resources:\n  limits:\n    memory: 128Mi'),
    },
    visit: {
      container({ resources = NONE }, at, report, { given }) {
        for (const list of ['requests', 'limits'] as const) {
          for (const name of BYTES) {
            const value = resources[list]?.[name];
            if (value === undefined || WHOLE.test(String(value))) continue;
            const nano = parseQuantity(value)?.nano ?? 0n;
            const field = at.down('resources', list).key(name);
            if (nano % NANO === 0n || said(given, field) === undefined) continue; // the server copies limits to requests
            const mebibytes = String(value).replace(/m$/, 'Mi');
            const detail = `${value} is ${Number(nano) / Number(NANO)} bytes`;
            const change = changeTo({ resources: { [list]: { [name]: mebibytes } } });
            report(advice(field, detail, { change }));
          }
        }
      },
    },
  },
  {
    id: 'require-cpu-request',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'Every container requests CPU.',
    why: 'The scheduler counts it as needing none, and a busy node gives it the least share there is; an autoscaler that looks at CPU has nothing to compare with.',
    fix: 'Write what it needs in normal times as resources.requests.cpu; a limit is not asked for, as it slows a container down beside idle CPUs.',
    source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    seeAlso: [
      'kube-linter unset-cpu-requirements',
      'kube-score container-resources',
      'Polaris cpuRequestsMissing',
      'Datree CONTAINERS_MISSING_CPU_REQUEST_KEY',
      'kosko require-container-resources',
    ],
    example: {
      bad: podWithContainer('resources:\n  limits:\n    memory: 64Mi'),
      good: podWithContainer('resources:\n  requests:\n    cpu: 100m'),
    },
    visit: {},
    visitApp: unlessDefaulted('defaultRequest', 'cpu', noCpuRequest, CPU),
  },
  {
    id: 'require-ephemeral-storage',
    severity: 'info',
    profiles: [],
    summary: 'Every container requests ephemeral storage and limits it.',
    why: 'Logs, emptyDir volumes and what the container writes fill the disk of the node, and then its pods are evicted.',
    fix: 'Write resources.requests and resources.limits for ephemeral-storage.',
    source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage',
    seeAlso: ['kube-score container-ephemeral-storage-request-and-limit'],
    example: {
      bad: podWithContainer('resources:\n  limits:\n    memory: 64Mi'),
      good: podWithContainer(
        'resources:\n  requests:\n    ephemeral-storage: 1Gi\n  limits:\n    ephemeral-storage: 2Gi',
      ),
    },
    visit: {
      container({ resources = NONE }, at, report, { role }) {
        if (role === 'ephemeral' || resources.limits?.['ephemeral-storage'] !== undefined) return;
        const detail = 'what it writes may fill the disk of the node, whose pods are then evicted';
        report(advice(at.down('resources', 'limits').key('ephemeral-storage'), detail));
      },
    },
  },
  {
    id: 'require-equal-limits',
    severity: 'info',
    profiles: [],
    summary: 'The requests of a container for CPU and memory equal its limits.',
    why: 'Only a pod all of whose containers ask for exactly what they may take is Guaranteed, and killed last when its node runs short of memory.',
    fix: 'Write the same quantity as request and limit; a limit alone is requested too.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
    seeAlso: [
      'kube-score container-resource-requests-equal-limits',
      'kube-score container-cpu-requests-equal-limits',
      'kube-score container-memory-requests-equal-limits',
      'kube-score container-ephemeral-storage-request-equals-limit',
    ],
    example: {
      bad: podWithContainer('resources:\n  requests:\n    cpu: 100m\n    memory: 64Mi\n  limits:\n    memory: 128Mi'),
      good: podWithContainer('resources:\n  limits:\n    cpu: 100m\n    memory: 64Mi'),
    },
    visit: {
      container({ resources = NONE }, at, report, { role, podSpec }) {
        if (role === 'ephemeral' || podSpec.resources) return;
        for (const name of ['cpu', 'memory'] as const) {
          const limit = resources.limits?.[name];
          const request = resources.requests?.[name] ?? limit;
          if (limit !== undefined && isSame(request, limit)) continue;
          const detail = `${request ?? 'nothing'} requested, ${limit ?? 'no'} limit: the pod is not Guaranteed`;
          report(advice(at.down('resources', 'limits').key(name), detail));
        }
      },
    },
  },
  {
    id: 'require-memory-limit',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'Every container limits its memory, and thereby requests some.',
    why: 'A leak takes the memory of the whole node: the kernel kills processes of other pods, or the kubelet evicts them.',
    fix: 'Write resources.limits.memory, and a lower resources.requests.memory where normal times need less.',
    source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    seeAlso: [
      'kube-linter unset-memory-requirements',
      'kube-score container-resources',
      'Polaris memoryRequestsMissing',
      'Polaris memoryLimitsMissing',
      'Datree CONTAINERS_MISSING_MEMORY_REQUEST_KEY',
      'Datree CONTAINERS_MISSING_MEMORY_LIMIT_KEY',
      'kosko require-container-resources',
    ],
    example: {
      bad: podWithContainer('resources:\n  requests:\n    memory: 64Mi'),
      good: podWithContainer('resources:\n  limits:\n    memory: 64Mi'),
    },
    visit: {},
    visitApp: unlessDefaulted('default', 'memory', noMemoryLimit, MEMORY),
  },
]);

function noCpuRequest({ resources = NONE }: Container, pod: PodSpec): string | undefined {
  if (asks(resources, pod, 'cpu')) return undefined;
  return 'it counts as 0 CPUs when it is placed, and gets the least share of a busy node';
}

function noMemoryLimit({ resources = NONE }: Container, pod: PodSpec): string | undefined {
  if (resources.limits?.memory !== undefined || pod.resources?.limits?.memory !== undefined) return undefined;
  return asks(resources, pod, 'memory')
    ? 'a leak takes all memory of the node from the other pods there'
    : 'it counts as 0 bytes when it is placed, may take all memory of the node, and is among the first to be evicted';
}

/** Whether a container, or its pod for all containers together, requests a resource; a limit alone is requested too. */
function asks({ requests, limits }: ResourceRequirements, { resources: pod }: PodSpec, name: string): boolean {
  return [requests, limits, pod?.requests, pod?.limits].some((list) => list?.[name] !== undefined);
}

function isSame(a: string | number | undefined, b: string | number): boolean {
  return a !== undefined && parseQuantity(a)?.nano === parseQuantity(b)?.nano;
}
