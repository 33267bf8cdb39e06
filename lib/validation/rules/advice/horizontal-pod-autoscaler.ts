import type { Container, Deployment, HorizontalPodAutoscaler, MetricSpec } from '../../../kubernetes/generated/decoded';
import { changeTo } from '../../advice/fragment';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { isScaled, workloadName } from '../../advice/scaled-workloads';
import { namespaceOf } from '../../advice/served-pods';
import { slipOfThePen } from '../../advice/slip-of-the-pen';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { AppEntry } from '../../rule';

const SPEC = FieldPath.root.child('spec');
const TARGET_NAME = SPEC.down('scaleTargetRef', 'name');

const autoscaler = (fields: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  ${fields}
`;
const withRequest = deploymentWith('minReadySeconds: 5').replace(
  /$/,
  '          resources:\n            requests:\n              cpu: 100m\n',
);

/** What an autoscaler makes of its numbers and of its target. */
export const horizontalPodAutoscalerAdvice = defineAdvice([
  {
    id: 'require-min-replicas',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'An autoscaler leaves at least 2 pods.',
    why: 'In quiet times one pod is all there is: while it restarts or moves nobody answers.',
    fix: 'Set minReplicas to 2 or more.',
    source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    seeAlso: [
      'kube-linter hpa-minimum-three-replicas',
      'kube-score horizontalpodautoscaler-replicas',
      'Polaris hpaMinAvailability',
      'Datree HPA_MISSING_MINREPLICAS_KEY',
    ],
    example: { bad: autoscaler('maxReplicas: 5'), good: autoscaler('minReplicas: 2\n  maxReplicas: 5') },
    visit: {
      HorizontalPodAutoscaler({ spec }, _at, report) {
        if (spec?.minReplicas !== 1 || (spec.maxReplicas ?? 1) <= 1) return;
        report(advice(SPEC.child('minReplicas'), 'in quiet times one pod is all there is', { change: TWO }));
      },
    },
  },
  {
    id: 'require-scaled-request',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The containers that an autoscaler compares with their requests have requests.',
    why: 'A utilization is a share of the request: without one the autoscaler reports FailedGetResourceMetric, and never scales.',
    fix: 'Request the resource in every container of the target, or use averageValue.',
    source: 'kubernetes pkg/controller/podautoscaler/replica_calculator.go calculateRequests',
    seeAlso: [],
    example: {
      bad: documents(deploymentWith('minReadySeconds: 5'), autoscaler('minReplicas: 2\n  maxReplicas: 5')),
      good: documents(withRequest, autoscaler('minReplicas: 2\n  maxReplicas: 5')),
    },
    visit: {},
    visitApp() {
      const wanted: [index: number, target: string, asked: Asked[]][] = [];
      const lacking = new Map<string, Lacking>();
      return {
        see(entry) {
          if (isScaled(entry.kind.kind)) note(entry, lacking);
          if (entry.kind.kind !== 'HorizontalPodAutoscaler') return;
          const { spec = {} } = entry.object as HorizontalPodAutoscaler;
          const { kind, name } = spec.scaleTargetRef ?? {};
          const asked = (spec.metrics ?? [CPU_METRIC]).flatMap(utilizationOf);
          if (asked.length > 0) wanted.push([entry.index, `${namespaceOf(entry) ?? ''} ${kind}/${name}`, asked]);
        },
        end(report) {
          for (const [index, target, asked] of wanted) {
            const workload = lacking.get(target);
            if (workload === undefined) continue;
            for (const { resource, container } of asked) {
              const without = workload.without[resource].filter(
                (name) => container === undefined || name === container,
              );
              if (without.length === 0) continue;
              const names = without.join(', ');
              const detail = `${workload.name} has no ${resource} request in ${names}: the autoscaler never scales`;
              report(index, advice(SPEC.child('metrics'), detail, { other: workload.index }));
            }
          }
        },
      };
    },
  },
  {
    id: 'require-scale-target',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The workload that an autoscaler scales is part of the app.',
    why: 'Without its target the autoscaler reports FailedGetScale, and nothing is scaled.',
    fix: 'Correct scaleTargetRef, or add the workload.',
    source: 'kubernetes pkg/controller/podautoscaler/horizontal.go reconcileAutoscaler',
    seeAlso: [
      'kube-linter dangling-horizontalpodautoscaler',
      'kube-score horizontalpodautoscaler-has-target',
      'kosko no-missing-scale-target',
    ],
    wholeApp: true,
    example: {
      bad: documents(
        deploymentWith('minReadySeconds: 5').replace('name: web', 'name: shop'),
        autoscaler('maxReplicas: 5'),
      ),
      good: documents(deploymentWith('minReadySeconds: 5'), autoscaler('maxReplicas: 5')),
    },
    visit: {},
    visitApp() {
      const names = new Map<string, Set<string>>();
      const targets: [index: number, namespace: string, name: string][] = [];
      return {
        see(entry) {
          const namespace = namespaceOf(entry) ?? '';
          if (isScaled(entry.kind.kind))
            names.set(namespace, (names.get(namespace) ?? new Set()).add(workloadName(entry)));
          if (entry.kind.kind !== 'HorizontalPodAutoscaler') return;
          const { kind = '', name } = (entry.object as HorizontalPodAutoscaler).spec?.scaleTargetRef ?? {};
          if (isScaled(kind)) targets.push([entry.index, namespace, `${kind}/${name}`]);
        },
        end(report) {
          for (const [index, namespace, target] of targets) {
            const known = names.get(namespace) ?? new Set<string>();
            if (known.has(target)) continue;
            const meant = slipOfThePen(target, known);
            const fix = meant && { fix: `Did you mean ${meant}?` };
            report(index, advice(TARGET_NAME, `the app has no ${target}: nothing is scaled`, { ...fix }));
          }
        },
      };
    },
  },
  {
    id: 'valid-replica-range',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'maxReplicas of an autoscaler is greater than minReplicas.',
    why: 'Between equal numbers there is nothing to decide: it never scales.',
    fix: 'Raise maxReplicas, or write the number as replicas of the workload and remove the autoscaler.',
    source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    seeAlso: ['Polaris hpaMaxAvailability', 'Datree HPA_MISSING_MAXREPLICAS_KEY', 'kosko valid-hpa-replicas'],
    example: {
      bad: autoscaler('minReplicas: 3\n  maxReplicas: 3'),
      good: autoscaler('minReplicas: 3\n  maxReplicas: 6'),
    },
    visit: {
      HorizontalPodAutoscaler({ spec }, _at, report) {
        const { minReplicas = 1, maxReplicas = 1 } = spec ?? {};
        if (minReplicas !== maxReplicas) return;
        report(advice(SPEC.child('maxReplicas'), `it keeps exactly ${maxReplicas}, whatever the load`));
      },
    },
  },
]);

const TWO = changeTo({ minReplicas: 2 });

/** What an autoscaler compares with the requests of the containers, or of the one that it names. */
interface Asked {
  readonly resource: Compared;
  readonly container?: string;
}

/** What is aimed at where no metric is given. */
const CPU_METRIC: MetricSpec = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } };

function utilizationOf({ resource, containerResource }: MetricSpec): Asked[] {
  const asked = resource ?? containerResource;
  const resourceName = COMPARED.find((name) => name === asked?.name);
  if (resourceName === undefined || asked?.target?.type !== 'Utilization') return [];
  return [{ resource: resourceName, ...(containerResource && { container: containerResource.container }) }];
}

/** A workload some of whose containers do not request what an autoscaler may compare. */
interface Lacking {
  readonly index: number;
  readonly name: string;
  /** The containers that do not request a resource. */
  readonly without: Readonly<Record<Compared, readonly string[]>>;
}

const COMPARED = ['cpu', 'memory'] as const;
type Compared = (typeof COMPARED)[number];

/** Keeps a workload where a container lacks a request; a limit alone is requested too, and those of the pod count for all. */
function note(entry: AppEntry, lacking: Map<string, Lacking>): void {
  const { containers = [], resources } = (entry.object as Deployment).spec?.template?.spec ?? {};
  if (resources) return;
  const lacks = (one: Container, name: Compared) =>
    one.resources?.requests?.[name] === undefined && one.resources?.limits?.[name] === undefined;
  if (!containers.some((one) => COMPARED.some((name) => lacks(one, name)))) return;
  const namesOf = (resource: Compared) => containers.filter((one) => lacks(one, resource)).map(({ name = '' }) => name);
  const name = workloadName(entry);
  const without = { cpu: namesOf('cpu'), memory: namesOf('memory') };
  lacking.set(`${namespaceOf(entry) ?? ''} ${name}`, { index: entry.index, name, without });
}
