import type { PodDisruptionBudget } from '../../../kubernetes/generated/decoded';
import { isZero } from '../../../kubernetes/int-or-percent';
import { changeTo } from '../../advice/fragment';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { PodsByLabel } from '../../advice/pods-by-label';
import { pods, type ScaledWorkload, ScaledWorkloads } from '../../advice/scaled-workloads';
import { namespaceOf } from '../../advice/served-pods';
import { shared } from '../../advice/shared';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice, type Finding } from '../../finding';
import type { AppEntry } from '../../rule';

const SPEC = FieldPath.root.child('spec');
/** Percentages are of a hundred. */
const WHOLE = 100;

const budget = (fields: string, name = 'web') => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  ${fields}
  selector:
    matchLabels:
      app: web
`;

/** How many pods a drain may take at once. */
export const podDisruptionBudgetAdvice = defineAdvice([
  {
    id: 'require-disruption-budget',
    severity: 'warning',
    profiles: [],
    summary: 'A workload with several pods has a PodDisruptionBudget.',
    why: 'Without one, an upgrade of the nodes may evict all of its pods at once.',
    fix: 'Add a PodDisruptionBudget with maxUnavailable: 1 and the selector of the workload.',
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    seeAlso: ['kube-score deployment-has-poddisruptionbudget', 'Polaris missingPodDisruptionBudget'],
    wholeApp: true,
    example: {
      bad: deploymentWith('replicas: 3'),
      good: documents(deploymentWith('replicas: 3'), budget('maxUnavailable: 1')),
    },
    visit: {},
    visitApp() {
      const gathering = budgets();
      return {
        see: gathering.see,
        end(report) {
          const { workloads } = gathering.gathered();
          const covered = new Set(
            gathering
              .gathered()
              .selected()
              .flatMap(([, chosen]) => chosen),
          );
          for (const workload of workloads.all()) {
            const fewest = workloads.fewest(workload);
            if (fewest < 2 || covered.has(workload)) continue;
            const detail = `a drain may evict all ${fewest} pods at once`;
            report(workload.index, advice(SPEC, detail, { change: budgetFor(workload) }));
          }
        },
      };
    },
  },
  {
    id: 'require-unhealthy-pod-eviction-policy',
    severity: 'info',
    profiles: [],
    summary: 'A PodDisruptionBudget has unhealthyPodEvictionPolicy: AlwaysAllow.',
    why: 'By default pods that are not ready are evicted only while enough others are ready: pods that crash for ever hold up the drain of their node for ever.',
    fix: 'Set unhealthyPodEvictionPolicy to AlwaysAllow.',
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
    seeAlso: ['kube-linter pdb-unhealthy-pod-eviction-policy'],
    example: {
      bad: budget('maxUnavailable: 1'),
      good: budget('maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow'),
    },
    visit: {
      PodDisruptionBudget({ spec }, _at, report) {
        if (spec?.unhealthyPodEvictionPolicy !== undefined) return;
        const detail = 'pods that are not ready may hold up a drain for ever';
        report(advice(SPEC.child('unhealthyPodEvictionPolicy'), detail, { change: ALWAYS_ALLOW }));
      },
    },
  },
  {
    id: 'unique-disruption-budget',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'No two PodDisruptionBudgets select the same pods.',
    why: 'The server refuses to evict a pod that has two (error 500), so its node cannot be drained.',
    fix: 'Remove one, or narrow its selector.',
    source: 'kubernetes pkg/registry/core/pod/storage/eviction.go EvictionREST.Create',
    seeAlso: [],
    example: {
      bad: documents(deploymentWith('replicas: 3'), budget('maxUnavailable: 1'), budget('minAvailable: 1', 'more')),
      good: documents(deploymentWith('replicas: 3'), budget('maxUnavailable: 1')),
    },
    visit: {},
    visitApp() {
      const gathering = budgets();
      return {
        see: gathering.see,
        end(report) {
          const first = new Map<ScaledWorkload, number>();
          for (const [{ index }, chosen] of gathering.gathered().selected()) {
            const twice = chosen.find((workload) => first.has(workload));
            for (const workload of chosen) if (!first.has(workload)) first.set(workload, index);
            if (twice === undefined) continue;
            const detail = `the pods of ${twice.name} have another budget: the server refuses to evict them`;
            report(index, advice(SPEC.child('selector'), detail, { other: first.get(twice) }));
          }
        },
      };
    },
  },
  {
    id: 'valid-disruption-budget',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'A PodDisruptionBudget lets at least one pod be evicted when all are ready.',
    why: 'Otherwise kubectl drain, and with it every upgrade of a node that holds such a pod, waits for ever.',
    fix: 'Use maxUnavailable: 1, or run more pods than minAvailable.',
    source: 'kubernetes pkg/controller/disruption/disruption.go getExpectedPodCount',
    seeAlso: [
      'kube-linter pdb-max-unavailable',
      'kube-linter pdb-min-available',
      'kube-score poddisruptionbudget-has-policy',
      'Polaris pdbDisruptionsIsZero',
      'Polaris pdbMinAvailableGreaterThanHPAMinReplicas',
    ],
    example: {
      bad: documents(deploymentWith('replicas: 2'), budget('minAvailable: 2')),
      good: documents(deploymentWith('replicas: 2'), budget('maxUnavailable: 1')),
    },
    visit: {},
    visitApp() {
      const gathering = budgets();
      return {
        see: gathering.see,
        end(report) {
          const { workloads } = gathering.gathered();
          for (const [{ index, spec }, chosen] of gathering.gathered().selected()) {
            const expected = chosen.reduce((sum, workload) => sum + workloads.fewest(workload), 0);
            const finding = blocked(spec, expected, chosen);
            if (finding) report(index, finding);
          }
        },
      };
    },
  },
]);

const ALWAYS_ALLOW = changeTo({ unhealthyPodEvictionPolicy: 'AlwaysAllow' });
const ONE_UNAVAILABLE = changeTo({ maxUnavailable: 1 });

type BudgetSpec = NonNullable<PodDisruptionBudget['spec']>;

interface Budget {
  readonly index: number;
  readonly namespace: string;
  readonly spec: BudgetSpec;
}

/** The budgets and the workloads of an app; in the end it tells which pods each budget counts. */
class Budgets {
  readonly workloads = new ScaledWorkloads();
  private readonly budgets: Budget[] = [];

  see(entry: AppEntry): void {
    this.workloads.see(entry);
    if (entry.kind.kind !== 'PodDisruptionBudget') return;
    const { spec = {} } = entry.object as PodDisruptionBudget;
    this.budgets.push({ index: entry.index, namespace: namespaceOf(entry) ?? '', spec });
  }

  selected(): [Budget, ScaledWorkload[]][] {
    if (this.budgets.length === 0) return [];
    const byLabel = new PodsByLabel<ScaledWorkload>();
    for (const workload of this.workloads.all()) byLabel.add(workload.namespace, workload.labels, workload);
    return this.budgets.map((found) => [found, byLabel.select(found.namespace, found.spec.selector)]);
  }
}

/** The budgets of an app, for all rules of a run. */
const budgets = shared(() => new Budgets());

/** @param expected How many pods there are, 0 where they are not among the objects. */
function blocked(spec: BudgetSpec, expected: number, chosen: readonly ScaledWorkload[]): Finding | undefined {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable !== undefined) {
    if (!isZero(maxUnavailable)) return undefined;
    const detail = `maxUnavailable ${maxUnavailable} lets no pod be evicted: a drain waits for ever`;
    return advice(SPEC.child('maxUnavailable'), detail, { change: ONE_UNAVAILABLE });
  }
  if (minAvailable === undefined) return undefined;
  const percent = typeof minAvailable === 'string' ? Number.parseInt(minAvailable, 10) : undefined;
  const needed = percent === undefined ? Number(minAvailable) : Math.ceil((percent * expected) / WHOLE);
  if (percent !== undefined && percent >= WHOLE) {
    return advice(
      SPEC.child('minAvailable'),
      `${minAvailable} of the pods are never to be fewer: a drain waits for ever`,
      {
        change: ONE_UNAVAILABLE,
      },
    );
  }
  if (expected === 0 || needed < expected) return undefined;
  const names = chosen.map(({ name }) => name).join(', ');
  const share = percent === undefined ? `${needed}` : `${minAvailable}, which is ${needed},`;
  const detail = `minAvailable ${share} of the ${pods(expected)} of ${names} lets none be evicted: a drain waits for ever`;
  return advice(SPEC.child('minAvailable'), detail, { change: ONE_UNAVAILABLE });
}

function budgetFor({ name, labels }: ScaledWorkload) {
  const object = name.slice(name.indexOf('/') + 1);
  const selector = { matchLabels: labels };
  const spec = { maxUnavailable: 1, selector };
  return () => {
    const { yaml, typescript } = changeTo(
      { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: object }, spec },
      { spec },
    )();
    return { yaml, typescript: `new KubePodDisruptionBudget(chart, '${object}-budget', { ${typescript} });` };
  };
}
