import { changeTo } from '../../advice/fragment';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { type ScaledWorkload, scaledWorkloads } from '../../advice/scaled-workloads';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

const REPLICAS = FieldPath.root.down('spec', 'replicas');
const SPREAD = FieldPath.root.down('spec', 'template', 'spec', 'topologySpreadConstraints');

const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 5
`;

/** How many pods a workload has. */
export const replicasAdvice = defineAdvice([
  {
    id: 'no-fixed-replicas',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'A workload whose pods an autoscaler counts does not say replicas.',
    why: 'Each time that the manifest is applied it sets back what the autoscaler has decided: under load, pods are taken away.',
    fix: 'Remove replicas. Where it was applied before, run kubectl apply edit-last-applied first: an apply that sees it vanish sets 1 once.',
    source:
      'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
    seeAlso: ['kube-score deployment-targeted-by-hpa-does-not-have-replicas-configured', 'kosko no-replicas-with-hpa'],
    example: {
      bad: documents(deploymentWith('replicas: 3'), autoscaler),
      good: documents(deploymentWith('minReadySeconds: 5'), autoscaler),
    },
    visit: {},
    visitApp() {
      const workloads = scaledWorkloads();
      return {
        see: workloads.see,
        end(report) {
          const gathered = workloads.gathered();
          for (const workload of gathered.all()) {
            const found = workload.isFixed ? gathered.autoscalerOf(workload) : undefined;
            if (found === undefined) continue;
            const { minReplicas, maxReplicas, index } = found;
            const detail = `its autoscaler keeps between ${minReplicas} and ${maxReplicas} pods, and each apply sets ${workload.replicas}`;
            report(workload.index, advice(REPLICAS, detail, { other: index }));
          }
        },
      };
    },
  },
  {
    id: 'require-replicas',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'A Deployment has at least 2 pods.',
    why: 'While the only one restarts, or its node is drained or dies, nobody answers.',
    fix: 'Set replicas to 2 or more, or strategy.type to Recreate where two must never run side by side.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
    seeAlso: [
      'kube-linter minimum-three-replicas',
      'kube-score deployment-replicas',
      'Polaris deploymentMissingReplicas',
      'Datree DEPLOYMENT_INCORRECT_REPLICAS_VALUE',
    ],
    example: { bad: deploymentWith('replicas: 1'), good: deploymentWith('replicas: 2') },
    visit: {},
    visitApp() {
      const workloads = scaledWorkloads();
      return {
        see: workloads.see,
        end(report) {
          const gathered = workloads.gathered();
          for (const workload of gathered.all()) {
            const { kind, replicas, mayHaveMore } = workload;
            if (kind !== 'Deployment' || replicas !== 1 || !mayHaveMore || gathered.autoscalerOf(workload)) continue; // see require-min-replicas
            report(workload.index, advice(REPLICAS, ALONE, { change: TWO }));
          }
        },
      };
    },
  },
  {
    id: 'require-spread',
    severity: 'info',
    profiles: ['recommended'],
    summary: 'The pods of a workload are spread over nodes or zones.',
    why: 'Otherwise one node may hold all of them, and its loss or its drain takes them all.',
    fix: 'Add a topologySpreadConstraint over kubernetes.io/hostname or topology.kubernetes.io/zone, or a podAntiAffinity.',
    source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    seeAlso: [
      'kube-linter no-anti-affinity',
      'kube-score deployment-has-host-podantiaffinity',
      'kube-score pod-topology-spread-constraints',
      'Polaris topologySpreadConstraint',
    ],
    example: {
      bad: deploymentWith('replicas: 3'),
      good: deploymentWith(
        'replicas: 3',
        `topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app: web`,
      ),
    },
    visit: {},
    visitApp() {
      const workloads = scaledWorkloads();
      return {
        see: workloads.see,
        end(report) {
          const gathered = workloads.gathered();
          for (const workload of gathered.all()) {
            const fewest = gathered.fewest(workload);
            if (workload.isSpread || fewest < 2 || !SPREADABLE.has(workload.kind)) continue;
            const detail = `one node may hold all ${fewest} pods: the scheduler only prefers to spread them`;
            report(workload.index, advice(SPREAD, detail, { change: spread(workload) }));
          }
        },
      };
    },
  },
]);

const SPREADABLE: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);
const ALONE = 'it is the only pod: while it restarts or moves to another node nobody answers';
const TWO = changeTo({ replicas: 2 });

function spread({ labels }: ScaledWorkload) {
  const labelSelector = { matchLabels: labels };
  return changeTo({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    ],
  });
}
