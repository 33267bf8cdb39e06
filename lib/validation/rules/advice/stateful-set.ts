import type { Service, StatefulSet } from '../../../kubernetes/generated/decoded';
import { namespaceOf } from '../../advice/served-pods';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

const SERVICE_NAME = FieldPath.root.down('spec', 'serviceName');

const example = (clusterIP: string) => `apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  ${clusterIP}selector:
    app: db
  ports:
    - port: 5432
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: postgres:17
`;

/** The names that the pods of a StatefulSet keep. */
export const statefulSetAdvice = defineAdvice([
  {
    id: 'require-governing-service',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The Service that a StatefulSet names is part of the app, and headless.',
    why: 'Its pods get their own names in DNS, such as db-0.db, from a headless Service of that name only.',
    fix: 'Add a Service of that name with clusterIP: None and the selector of the StatefulSet.',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    seeAlso: ['kube-score statefulset-has-servicename', 'kosko no-missing-service'],
    wholeApp: true,
    example: { bad: example(''), good: example('clusterIP: None\n  ') },
    visit: {},
    visitApp() {
      const services = new Map<string, [index: number, isHeadless: boolean]>();
      const sets: [index: number, namespace: string, service: string, pod: string][] = [];
      return {
        see(entry) {
          const namespace = namespaceOf(entry) ?? '';
          if (entry.kind.type === 'core.v1.Service') {
            const { metadata, spec } = entry.object as Service;
            services.set(`${namespace} ${metadata?.name}`, [entry.index, spec?.clusterIP === 'None']);
          } else if (entry.kind.type === 'apps.v1.StatefulSet') {
            const { metadata, spec } = entry.object as StatefulSet;
            if (spec?.serviceName) sets.push([entry.index, namespace, spec.serviceName, `${metadata?.name}-0`]);
          }
        },
        end(report) {
          for (const [index, namespace, service, pod] of sets) {
            const [other, isHeadless] = services.get(`${namespace} ${service}`) ?? [];
            if (isHeadless) continue;
            const reason =
              other === undefined ? 'the app has no such Service' : 'the Service has an address of its own';
            const detail = `${reason}: the name ${pod}.${service} leads nowhere`;
            report(index, advice(SERVICE_NAME, detail, other === undefined ? {} : { other }));
          }
        },
      };
    },
  },
]);
