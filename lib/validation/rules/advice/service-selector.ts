import { isBuiltInGroup } from '../../../kubernetes/kinds';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { namespaceOf } from '../../advice/served-pods';
import { serviceSelections } from '../../advice/service-pods';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

const SELECTOR = FieldPath.root.down('spec', 'selector');

const service = (selector: string, spec = '') => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ${spec}selector:
    ${selector}
  ports:
    - port: 80
`;
const web = deploymentWith('replicas: 2');

/** Which pods answer under the name of a Service, and from where they are reached. */
export const serviceSelectorAdvice = defineAdvice([
  {
    id: 'no-node-port-service',
    severity: 'info',
    profiles: [],
    summary: 'No Service is of type NodePort.',
    why: 'It opens a port on every node to whoever reaches the nodes, past what looks after TLS and access.',
    fix: 'Use ClusterIP behind an Ingress or a Gateway, or LoadBalancer.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
    seeAlso: [
      'kube-linter exposed-services',
      'kube-score service-type',
      'Datree SERVICE_INCORRECT_TYPE_VALUE_NODEPORT',
    ],
    example: { bad: service('app: web', 'type: NodePort\n  '), good: service('app: web') },
    visit: {
      Service({ spec }, _at, report) {
        if (spec?.type === 'NodePort')
          report(advice(FieldPath.root.down('spec', 'type'), 'every node of the cluster opens a port for it'));
      },
    },
  },
  {
    id: 'require-selected-pods',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The selector of a Service selects pods of the app.',
    why: 'A Service without pods refuses every connection, and nothing else says so.',
    fix: 'Write the labels of the pods into the selector, or remove the Service.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
    seeAlso: ['kube-linter dangling-service', 'kube-score service-targets-pod', 'kosko valid-pod-selector'],
    wholeApp: true,
    example: { bad: documents(web, service('component: shop')), good: documents(web, service('app: web')) },
    visit: {},
    visitApp() {
      const selections = serviceSelections();
      const operated = new Set<string>();
      return {
        see(entry) {
          selections.see(entry);
          if (!isBuiltInGroup(entry.kind.group)) operated.add(namespaceOf(entry) ?? '');
        },
        seeUndefined: (value) => void operated.add(namespaceIn(value)),
        end(report) {
          for (const { index, service: found, pods, near, selector } of selections.gathered().all()) {
            // A custom resource may stand for pods that an operator makes.
            if (pods.length > 0 || near || operated.has(found.metadata?.namespace ?? '')) continue;
            report(
              index,
              advice(SELECTOR, `no pod of the app has ${labelsOf(selector)}: the Service refuses every connection`),
            );
          }
        },
      };
    },
  },
  {
    id: 'no-missed-pods',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The selector of a Service does not miss pods by one mistaken label.',
    why: 'A Service without pods refuses every connection, and nothing else says so.',
    fix: 'Write the labels of the pods into the selector.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
    seeAlso: ['kube-linter dangling-service', 'kube-score service-targets-pod', 'kosko valid-pod-selector'],
    example: { bad: documents(web, service('app: wbe')), good: documents(web, service('app: web')) },
    visit: {},
    visitApp() {
      const selections = serviceSelections();
      return {
        see: (entry) => selections.see(entry),
        end(report) {
          for (const { index, near, selector } of selections.gathered().all()) {
            if (near === undefined) continue;
            const { pods, key, value } = near;
            const has = value === undefined ? `no label ${key}` : `${key}=${value}`;
            const detail = `it selects nothing: the pods of ${pods.name} have ${has}, not ${key}=${selector[key]}`;
            const fix =
              value === undefined
                ? `Remove ${key} from the selector, or add it to the pods.`
                : `Write ${value}, if that is meant.`;
            report(index, advice(SELECTOR.key(key), detail, { fix, other: pods.index }));
          }
        },
      };
    },
  },
]);

function namespaceIn(value: unknown): string {
  return (value as { readonly metadata?: { readonly namespace?: string } }).metadata?.namespace || 'default';
}

function labelsOf(selector: Readonly<Record<string, string>>): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
