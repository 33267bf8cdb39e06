import { portName, portNumber } from '../../../kubernetes/formats';
import type { Ingress, IngressBackend } from '../../../kubernetes/generated/decoded';
import { nameFormat } from '../../../kubernetes/object-name';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { reportTypedReference } from './typed-reference';

type Check = (backend: IngressBackend, at: FieldPath, report: Report, context: ObjectContext) => void;

const SOURCE = 'kubernetes pkg/apis/networking/validation/validation.go validateIngressBackend';

/** Where an Ingress sends requests. */
export const ingressBackendRules = defineRules([
  {
    id: 'valid-ingress-backend',
    summary: 'The backend of an Ingress is either a service or a resource.',
    why: 'A request can be sent to one of them.',
    fix: 'Write backend: { service: { name: web, port: { number: 80 } } }.',
    source: SOURCE,
    example: {
      bad: 'spec: { defaultBackend: {} }',
      good: 'spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }',
    },
    visit: {
      Ingress: visitBackends(({ service, resource }, at, report) => {
        if (service && resource) report(invalid(at, '', 'cannot set both resource and service backends'));
        else if (!service && !resource) report(invalid(at, '', 'resource or service backend is required'));
      }),
    },
  },
  {
    id: 'valid-ingress-service-name',
    summary: 'An Ingress backend names a Service.',
    why: 'Requests go to the Service of that name in the same namespace.',
    fix: 'Write the name of a Service, without its namespace or domain.',
    source: SOURCE,
    example: {
      bad: 'spec: { defaultBackend: { service: { name: web.default, port: { number: 80 } } } }',
      good: 'spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }',
    },
    visit: {
      Ingress: visitBackends(({ service, resource }, at, report, { minor }) => {
        if (!service || resource) return;
        const field = at.down('service', 'name');
        if (!service.name) report(required(field));
        else
          for (const reason of nameFormat('Service', minor)(service.name)) report(invalid(field, service.name, reason));
      }),
    },
  },
  {
    id: 'valid-ingress-service-port',
    summary: 'An Ingress backend names one port of its Service, by number or by name.',
    why: 'A Service can have several ports.',
    fix: 'Write port: { number: 80 } or port: { name: http }.',
    source: SOURCE,
    example: {
      bad: 'spec: { defaultBackend: { service: { name: web } } }',
      good: 'spec: { defaultBackend: { service: { name: web, port: { name: http } } } }',
    },
    visit: {
      Ingress: visitBackends(({ service, resource }, at, report) => {
        if (!service || resource) return;
        const { name = '', number = 0 } = service.port ?? {};
        const field = at.down('service', 'port');
        if (name !== '' && number !== 0) report(invalid(at, '', 'cannot set both port name and port number'));
        else if (name !== '') for (const reason of portName(name)) report(invalid(field.child('name'), name, reason));
        else if (number !== 0)
          for (const reason of portNumber(number)) report(invalid(field.child('number'), number, reason));
        else report(required(at, 'port name or number is required'));
      }),
    },
  },
  {
    id: 'valid-ingress-resource',
    summary: 'A resource that an Ingress sends requests to has a kind and a name.',
    why: 'Both are needed to find it.',
    fix: 'Write kind and name, and apiGroup unless the kind belongs to the core group.',
    source: 'kubernetes pkg/apis/networking/validation/validation.go validateIngressTypedLocalObjectReference',
    example: {
      bad: 'spec: { defaultBackend: { resource: { apiGroup: example.com, kind: Bucket } } }',
      good: 'spec: { defaultBackend: { resource: { apiGroup: example.com, kind: Bucket, name: assets } } }',
    },
    visit: {
      Ingress: visitBackends(({ service, resource }, at, report) => {
        if (resource && !service) reportTypedReference(resource, at.child('resource'), report);
      }),
    },
  },
]);

/** A visit of an Ingress that looks at each backend; the server skips those of paths without a pathType. */
function visitBackends(check: Check) {
  return ({ spec }: Ingress, at: FieldPath, report: Report, context: ObjectContext): void => {
    if (spec?.defaultBackend) check(spec.defaultBackend, at.down('spec', 'defaultBackend'), report, context);
    spec?.rules?.forEach(({ http }, index) => {
      http?.paths?.forEach(({ backend = {}, pathType }, position) => {
        if (pathType === undefined) return;
        const field = at.down('spec', 'rules').index(index).down('http', 'paths').index(position).child('backend');
        check(backend, field, report, context);
      });
    });
  };
}
