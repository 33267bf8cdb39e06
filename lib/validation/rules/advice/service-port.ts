import type { Service, ServicePort } from '../../../kubernetes/generated/decoded';
import { deploymentWith, documents } from '../../advice/pod-examples';
import { type ServingPods, serviceSelections } from '../../advice/service-pods';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice, type Finding } from '../../finding';
import type { AppEntry } from '../../rule';

const PORTS = FieldPath.root.down('spec', 'ports');

const web = deploymentWith('replicas: 2').replace(
  /$/,
  '          ports:\n            - name: http\n              containerPort: 8080\n',
);
const service = (targetPort: string) => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: ${targetPort}
`;

/** Which ports of its pods a Service sends to. */
export const servicePortAdvice = defineAdvice([
  {
    id: 'require-declared-port',
    severity: 'info',
    profiles: ['recommended'],
    summary: 'A Service sends to ports that its pods declare, where they declare any.',
    why: 'Ports need not be declared, but where others are, a number that is missing among them is often a slip: nobody listens there.',
    fix: 'Write the port that the container listens on as targetPort, best by its name, or declare it.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    seeAlso: ['kube-score container-ports-check'],
    example: { bad: documents(web, service('80')), good: documents(web, service('8080')) },
    visit: {},
    visitApp: visitPorts(undeclared),
  },
  {
    id: 'valid-target-port-name',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The name of a targetPort is that of a port of the pods that the Service selects.',
    why: 'Pods without a port of the name are left out: the Service refuses every connection.',
    fix: 'Write the name of a port of the container.',
    source: 'kubernetes pkg/api/v1/pod/util.go FindPort',
    seeAlso: ['kube-linter invalid-target-ports', 'kube-score container-ports-check'],
    example: { bad: documents(web, service('web')), good: documents(web, service('http')) },
    visit: {},
    visitApp: visitPorts(unresolved),
  },
]);

type Check = (port: ServicePort, pods: ServingPods, service: Service, at: FieldPath) => Finding | undefined;

/** Asks about each port of each Service and all the pods that it selects. */
function visitPorts(check: Check) {
  return () => {
    const selections = serviceSelections();
    return {
      see: (entry: AppEntry) => selections.see(entry),
      end(report: (index: number, finding: Finding) => void) {
        for (const selection of selections.gathered().all()) {
          selection.service.spec?.ports?.forEach((port, index) => {
            const at = PORTS.index(index).child('targetPort');
            const found = selection.pods.map((pods) => check(port, pods, selection.service, at));
            // Where some of its pods have the port, the Service works.
            const [finding] = found;
            if (finding && found.every(Boolean))
              report(selection.index, { ...finding, other: selection.pods[0]?.index });
          });
        }
      },
    };
  };
}

function unresolved({ targetPort, protocol }: ServicePort, pods: ServingPods, _: Service, at: FieldPath) {
  if (typeof targetPort !== 'string') return undefined;
  const ports = pods.ports.filter((port) => port.protocol === protocol);
  if (ports.some(({ name }) => name === targetPort)) return undefined;
  const names = ports.flatMap(({ name }) => name ?? []);
  const known = names.length === 0 ? 'no named ports' : `the ports ${names.join(', ')}`;
  return advice(at, `${pods.name} has no ${protocol} port ${targetPort}, but ${known}`);
}

function undeclared(
  { port = 0, targetPort = port, protocol }: ServicePort,
  pods: ServingPods,
  { spec }: Service,
  at: FieldPath,
) {
  if (typeof targetPort === 'string' || spec?.clusterIP === 'None') return undefined;
  const ports = pods.ports.filter((declared) => declared.protocol === protocol);
  if (ports.length === 0 || ports.some(({ number }) => number === targetPort)) return undefined;
  const known = ports.map(({ name, number }) => (name ? `${number} (${name})` : number)).join(', ');
  return advice(at, `${pods.name} declares ${known}, and not ${targetPort}`);
}
