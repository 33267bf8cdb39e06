import { ingressRules } from '../../../../lib/validation/rules/server/ingress';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ingress = (spec: object, metadata: object = {}) =>
  object('networking.k8s.io/v1', 'Ingress', { metadata: { name: 'web', ...metadata }, spec });
const hosted = (host: string) => ingress({ rules: [{ host }] });
const secured = (tls: object) => ingress({ rules: [{}], tls: [tls] });
const annotated = (annotation: string, spec: object) =>
  ingress({ rules: [{}], ...spec }, { annotations: { 'kubernetes.io/ingress.class': annotation } });

testRules(ingressRules, {
  'require-ingress-rule': {
    valid: {
      'an empty rule': ingress({ rules: [{}] }),
      'a default backend': ingress({ defaultBackend: { service: { name: 'web', port: { number: 80 } } } }),
    },
    invalid: {
      'an empty spec': [ingress({}), 'spec: FieldValueInvalid'],
      'no spec': [object('networking.k8s.io/v1', 'Ingress'), 'spec: FieldValueInvalid'],
      'no rules': [ingress({ rules: [] }), 'spec: FieldValueInvalid'],
    },
  },
  'valid-ingress-host': {
    valid: {
      none: ingress({ rules: [{}] }),
      'a name': hosted('web.example.com'),
      'a wildcard': hosted('*.example.com'),
      'a label of 64': hosted(`${'a'.repeat(64)}.example.com`),
    },
    invalid: {
      'an address, which is a subdomain': [hosted('10.9.8.7'), 'spec.rules[0].host: FieldValueInvalid'],
      'an IPv6 address, which is none': [
        hosted('2001:db8::1'),
        'spec.rules[0].host: FieldValueInvalid',
        'spec.rules[0].host: FieldValueInvalid',
      ],
      'upper case': [hosted('Web.example.com'), 'spec.rules[0].host: FieldValueInvalid'],
      'a wildcard inside': [hosted('web.*.example.com'), 'spec.rules[0].host: FieldValueInvalid'],
    },
  },
  'valid-ingress-tls-host': {
    valid: {
      'a name that no rule has': secured({ hosts: ['web.example.com', '*.example.com'] }),
      'an IPv4 address': secured({ hosts: ['10.9.8.7'] }),
    },
    invalid: {
      'the second host': [secured({ hosts: ['web.example.com', 'a_b'] }), 'spec.tls[0].hosts[1]: FieldValueInvalid'],
      'an empty host': [secured({ hosts: [''] }), 'spec.tls[0].hosts[0]: FieldValueInvalid'],
    },
  },
  'valid-ingress-secret-name': {
    valid: { 'a name': secured({ secretName: 'web-tls' }), 'an empty name': secured({ secretName: '' }) },
    invalid: { 'a path': [secured({ secretName: 'default/web' }), 'spec.tls[0].secretName: FieldValueInvalid'] },
  },
  'valid-ingress-class-name': {
    valid: { none: ingress({ rules: [{}] }), 'a name': ingress({ rules: [{}], ingressClassName: 'nginx' }) },
    invalid: {
      'an empty name': [ingress({ rules: [{}], ingressClassName: '' }), 'spec.ingressClassName: FieldValueInvalid'],
    },
  },
  'valid-ingress-class-annotation': {
    valid: {
      'the same class': annotated('nginx', { ingressClassName: 'nginx' }),
      'the annotation alone': annotated('any text', {}),
    },
    invalid: {
      'another class': [
        annotated('nginx', { ingressClassName: 'internal' }),
        'annotations.kubernetes.io/ingress.class: FieldValueInvalid',
      ],
    },
  },
});
