import type { Deployment } from '../../../kubernetes/generated/decoded';
import { changeTo } from '../../advice/fragment';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { type ScaledWorkload, ScaledWorkloads } from '../../advice/scaled-workloads';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { AppEntry } from '../../rule';
import { said } from '../../said';

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
      const workloads = new ScaledWorkloads((_workload, { given }) => said(given, REPLICAS) !== undefined);
      return {
        see: (entry) => void workloads.see(entry),
        end(report) {
          for (const workload of workloads.all()) {
            const found = workloads.autoscalerOf(workload);
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
      const workloads = new ScaledWorkloads(
        ({ replicas }, { kind, object }) => replicas === 1 && kind.kind === 'Deployment' && mayHaveMore(object),
      );
      return {
        see: (entry) => void workloads.see(entry),
        end(report) {
          for (const workload of workloads.all()) {
            if (workloads.autoscalerOf(workload)) continue; // see require-min-replicas
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
      const workloads = new ScaledWorkloads(isNotSpread);
      return {
        see: (entry) => void workloads.see(entry),
        end(report) {
          for (const workload of workloads.all()) {
            const fewest = workloads.fewest(workload);
            if (fewest < 2) continue;
            const detail = `one node may hold all ${fewest} pods: the scheduler only prefers to spread them`;
            report(workload.index, advice(SPREAD, detail, { change: spread(workload) }));
          }
        },
      };
    },
  },
]);

const ALONE = 'it is the only pod: while it restarts or moves to another node nobody answers';
const TWO = changeTo({ replicas: 2 });

/** Whether two of its pods can run at once: none where it stops all before a rollout, or mounts a claim. */
function mayHaveMore({ spec = {} }: Deployment): boolean {
  const volumes = spec.template?.spec?.volumes;
  return spec.strategy?.type !== 'Recreate' && !volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim);
}

function isNotSpread(_workload: ScaledWorkload, { kind, object }: AppEntry): boolean {
  const { affinity, topologySpreadConstraints = [] } = (object as Deployment).spec?.template?.spec ?? {};
  const isSpread = affinity?.podAntiAffinity !== undefined || topologySpreadConstraints.length > 0;
  return !isSpread && (kind.kind === 'Deployment' || kind.kind === 'StatefulSet');
}

function spread({ labels }: ScaledWorkload) {
  const labelSelector = { matchLabels: labels };
  return changeTo({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    ],
  });
}
