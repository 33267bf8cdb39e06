import type { LabelSelector, NetworkPolicy } from '../../../kubernetes/generated/decoded';
import type { Labels } from '../../../kubernetes/label-selector';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { PodsByLabel } from '../../advice/pods-by-label';
import { namespaceOf, podMaker } from '../../advice/served-pods';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes: [Ingress]
`;

/** The pods of one object. */
interface Pods {
  readonly index: number;
  readonly at: FieldPath;
}

/** Who may reach a pod. */
export const networkPolicyAdvice = defineAdvice([
  {
    id: 'require-network-policy',
    severity: 'info',
    profiles: [],
    summary: 'A NetworkPolicy selects the pods of a workload.',
    why: 'Without one every pod of the cluster may reach every port of the pod, and the pod may reach everything.',
    fix: 'Add a NetworkPolicy that selects the pods and names who may reach them.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    seeAlso: ['kube-linter non-isolated-pod', 'kube-score pod-networkpolicy', 'Polaris missingNetworkPolicy'],
    wholeApp: true,
    example: { bad: deploymentWith('replicas: 2'), good: documents(deploymentWith('replicas: 2'), policy) },
    visit: {},
    visitApp() {
      const pods = new PodsByLabel<Pods>();
      const all: Pods[] = [];
      const selectors: [namespace: string, selector: LabelSelector][] = [];
      return {
        see(entry) {
          const namespace = namespaceOf(entry) ?? '';
          const pod = podMaker(entry);
          if (pod && !pod.template.spec?.hostNetwork) {
            const those = { index: entry.index, at: pod.templateAt };
            all.push(those);
            pods.add(namespace, (pod.template.metadata?.labels ?? {}) as Labels, those);
          }
          if (entry.kind.kind !== 'NetworkPolicy') return;
          selectors.push([namespace, (entry.object as NetworkPolicy).spec?.podSelector ?? {}]);
        },
        end(report) {
          const covered = new Set(selectors.flatMap(([namespace, selector]) => pods.select(namespace, selector)));
          for (const those of all) {
            if (covered.has(those)) continue;
            report(those.index, advice(those.at, 'every pod of the cluster may reach every port of its pods'));
          }
        },
      };
    },
  },
]);
