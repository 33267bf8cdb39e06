import type { Ingress, IngressBackend, Service } from '../../../kubernetes/generated/decoded';
import { namespaceOf } from '../../advice/served-pods';
import { slipOfThePen } from '../../advice/slip-of-the-pen';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice, type Finding } from '../../finding';

const SPEC = FieldPath.root.child('spec');

const example = (port: string) => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: web
      port:
        ${port}
`;

/** Where an Ingress sends its requests. */
export const ingressAdvice = defineAdvice([
  {
    id: 'valid-backend-service',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'The Service of a backend, where the app has it, offers the port that the Ingress names.',
    why: 'The controller of the Ingress answers with 503 otherwise.',
    fix: 'Write a port of the Service, by its number or its name.',
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
    seeAlso: ['kosko no-missing-service'],
    example: { bad: example('number: 8080'), good: example('name: http') },
    visit: {},
    visitApp() {
      const services = new Map<string, Map<string, Service>>();
      const backends: [index: number, namespace: string, backend: IngressBackend, at: FieldPath][] = [];
      return {
        see(entry) {
          const namespace = namespaceOf(entry) ?? '';
          if (entry.kind.type === 'core.v1.Service') {
            const service = entry.object as Service;
            const known = services.get(namespace) ?? new Map<string, Service>();
            services.set(namespace, known.set(service.metadata?.name ?? '', service));
          }
          if (entry.kind.type !== 'networking.v1.Ingress') return;
          for (const [backend, at] of backendsOf(entry.object)) backends.push([entry.index, namespace, backend, at]);
        },
        end(report) {
          for (const [index, namespace, backend, at] of backends) {
            const finding = check(backend, at, services.get(namespace) ?? new Map());
            if (finding) report(index, finding);
          }
        },
      };
    },
  },
]);

function* backendsOf({ spec = {} }: Ingress): Generator<[IngressBackend, FieldPath]> {
  if (spec.defaultBackend) yield [spec.defaultBackend, SPEC.child('defaultBackend')];
  for (const [rule, { http }] of (spec.rules ?? []).entries()) {
    for (const [path, { backend }] of (http?.paths ?? []).entries()) {
      const at = SPEC.child('rules').index(rule).down('http', 'paths').index(path).child('backend');
      if (backend) yield [backend, at];
    }
  }
}

function check(
  { service: named }: IngressBackend,
  at: FieldPath,
  services: ReadonlyMap<string, Service>,
): Finding | undefined {
  if (named?.name === undefined) return undefined;
  const service = services.get(named.name);
  if (service === undefined) return misspelt(named.name, at, services);
  const { number, name } = named.port ?? {};
  const ports = service.spec?.ports ?? [];
  if (
    service.spec?.type === 'ExternalName' ||
    ports.some((port) => (number ? port.port === number : port.name === name))
  )
    return undefined;
  const known = ports.map((port) => (port.name ? `${port.port} (${port.name})` : port.port)).join(', ');
  const field = at.down('service', 'port', number ? 'number' : 'name');
  return advice(field, `Service/${named.name} offers ${known || 'no port'}, and not ${number ?? name}`);
}

function misspelt(name: string, at: FieldPath, services: ReadonlyMap<string, Service>): Finding | undefined {
  const meant = slipOfThePen(name, [...services.keys()]);
  if (meant === undefined) return undefined;
  const detail = `the app has no Service ${name}, but one that is called ${meant}`;
  return advice(at.down('service', 'name'), detail, { fix: `Write ${meant}, if that is meant.` });
}
