import { ingressAdvice } from '../../../../lib/validation/rules/advice/ingress';
import { object } from '../../manifests';
import { testAdvice } from '../test-advice';

const service = (name: string, namespace?: string, spec: object = {}) =>
  object('v1', 'Service', { metadata: { name, namespace }, spec: { ports: [{ name: 'http', port: 80 }], ...spec } });
const backend = (name: string, port: object) => ({ service: { name, port } });
const ingress = (spec: object) => object('networking.k8s.io/v1', 'Ingress', { spec });
const path = (target: object) =>
  ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: target }] } }] });

testAdvice(ingressAdvice, {
  'valid-backend-service': {
    valid: {
      'a port by number': [service('web'), ingress({ defaultBackend: backend('web', { number: 80 }) })],
      'a port by name': [service('web'), path(backend('web', { name: 'http' }))],
      'a Service that is elsewhere': [service('web'), path(backend('checkout', { number: 1 }))],
      'a sibling of a Service of the app': [service('web-v1'), path(backend('web-v2', { number: 80 }))],
      'a Service of that name in another namespace': [service('web', 'shop'), path(backend('web', { number: 1 }))],
      'an ExternalName': [
        service('web', undefined, { type: 'ExternalName', externalName: 'a.example', ports: [] }),
        path(backend('web', { number: 1 })),
      ],
    },
    invalid: {
      'another number': [
        [ingress({ defaultBackend: backend('web', { number: 8080 }) }), service('web')],
        '0 spec.defaultBackend.service.port.number: Service/web offers 80 (http), and not 8080',
      ],
      'another name': [
        [service('web'), path(backend('web', { name: 'https' }))],
        '1 spec.rules[0].http.paths[0].backend.service.port.name: and not https',
      ],
      'a misspelling': [
        [service('checkout'), path(backend('chekcout', { number: 80 }))],
        '1 spec.rules[0].http.paths[0].backend.service.name: no Service chekcout, but one that is called checkout',
      ],
    },
  },
});
