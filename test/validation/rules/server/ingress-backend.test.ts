import { ingressBackendRules } from '../../../../lib/validation/rules/server/ingress-backend';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const sentTo = (defaultBackend: object) => object('networking.k8s.io/v1', 'Ingress', { spec: { defaultBackend } });
const routedTo = (backend: object, pathType?: string) =>
  object('networking.k8s.io/v1', 'Ingress', {
    spec: { rules: [{ http: { paths: [{ path: '/', ...(pathType && { pathType }), backend }] } }] },
  });
const service = { name: 'web', port: { number: 80 } };
const resource = { apiGroup: 'example.com', kind: 'Bucket', name: 'assets' };
const ofPort = (port: object) => sentTo({ service: { name: 'web', port } });

testRules(ingressBackendRules, {
  'valid-ingress-backend': {
    valid: {
      'a service': sentTo({ service }),
      'a resource': sentTo({ resource }),
      'none without a type': routedTo({}),
    },
    invalid: {
      neither: [sentTo({}), 'spec.defaultBackend: FieldValueInvalid'],
      both: [sentTo({ service, resource }), 'spec.defaultBackend: FieldValueInvalid'],
      'in a path': [routedTo({}, 'Prefix'), 'spec.rules[0].http.paths[0].backend: FieldValueInvalid'],
    },
  },
  'valid-ingress-service-name': {
    valid: {
      'a name': sentTo({ service }),
      'a digit first': sentTo({ service: { ...service, name: '1web' } }),
    },
    invalid: {
      none: [sentTo({ service: { port: service.port } }), 'spec.defaultBackend.service.name: FieldValueRequired'],
      'a domain': [
        sentTo({ service: { ...service, name: 'web.default' } }),
        'spec.defaultBackend.service.name: FieldValueInvalid',
      ],
      'a digit first, up to 1.35': [
        { manifest: sentTo({ service: { ...service, name: '1web' } }), kubeVersion: '1.35' },
        'spec.defaultBackend.service.name: FieldValueInvalid',
      ],
    },
  },
  'valid-ingress-service-port': {
    valid: { 'the highest number': ofPort({ number: 65535 }), 'a name': ofPort({ name: 'http' }) },
    invalid: {
      neither: [ofPort({}), 'spec.defaultBackend: FieldValueRequired'],
      zero: [ofPort({ number: 0 }), 'spec.defaultBackend: FieldValueRequired'],
      both: [ofPort({ number: 80, name: 'http' }), 'spec.defaultBackend: FieldValueInvalid'],
      'too high': [ofPort({ number: 65536 }), 'spec.defaultBackend.service.port.number: FieldValueInvalid'],
      'a long name': [ofPort({ name: 'a'.repeat(16) }), 'spec.defaultBackend.service.port.name: FieldValueInvalid'],
    },
  },
  'valid-ingress-resource': {
    valid: { 'a resource': sentTo({ resource }), 'a core kind': sentTo({ resource: { kind: 'A', name: 'b' } }) },
    invalid: {
      'no kind': [sentTo({ resource: { name: 'b' } }), 'spec.defaultBackend.resource.kind: FieldValueRequired'],
      'an empty group': [
        sentTo({ resource: { ...resource, apiGroup: '' } }),
        'spec.defaultBackend.resource.apiGroup: FieldValueInvalid',
      ],
    },
  },
});
