import { serviceRules } from '../../../../lib/validation/rules/server/service';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = (spec: object) => object('v1', 'Service', { spec: { ports: [{ port: 80 }], ...spec } });
const annotated = (annotations: object) =>
  object('v1', 'Service', { metadata: { name: 'web', annotations }, spec: { ports: [{ port: 80 }] } });
const externalName = (name?: string, spec: object = {}) =>
  object('v1', 'Service', { spec: { type: 'ExternalName', externalName: name, ...spec } });

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';

testRules(serviceRules, {
  'valid-topology-annotations': {
    valid: {
      'one of them': annotated({ [HINTS]: 'Auto' }),
      'both alike': annotated({ [HINTS]: 'anything', [MODE]: 'anything' }),
    },
    invalid: {
      'another case': [
        annotated({ [HINTS]: 'Auto', [MODE]: 'auto' }),
        `metadata.annotations[${MODE}]: FieldValueInvalid`,
      ],
    },
  },
  'require-service-port': {
    valid: {
      'a port': service({}),
      'headless without ports': object('v1', 'Service', { spec: { clusterIP: 'None' } }),
      'an ExternalName without ports': externalName('a.example'),
    },
    invalid: {
      'no ports': [object('v1', 'Service', { spec: {} }), 'spec.ports: FieldValueRequired'],
      'an empty list': [service({ ports: [] }), 'spec.ports: FieldValueRequired'],
      'no spec': [object('v1', 'Service'), 'spec.ports: FieldValueRequired'],
    },
  },
  'valid-service-type': {
    valid: {
      'a known type': service({ type: 'NodePort' }),
      'an empty one, which is ClusterIP': service({ type: '' }),
    },
    invalid: {
      'another case': [service({ type: 'Loadbalancer' }), 'spec.type: FieldValueNotSupported'],
      Headless: [service({ type: 'Headless' }), 'spec.type: FieldValueNotSupported'],
    },
  },
  'require-cluster-ip': {
    valid: {
      'headless of type ClusterIP': service({ type: 'ClusterIP', clusterIP: 'None' }),
      'a LoadBalancer with an address': service({ type: 'LoadBalancer', clusterIP: '10.96.0.10' }),
    },
    invalid: {
      'a headless NodePort': [
        service({ type: 'NodePort', clusterIP: 'None' }),
        'spec.clusterIPs[0]: FieldValueInvalid',
      ],
      'a headless LoadBalancer': [
        service({ type: 'LoadBalancer', clusterIP: 'None' }),
        'spec.clusterIPs[0]: FieldValueInvalid',
      ],
    },
  },
  'valid-external-name': {
    valid: {
      'a host': externalName('db.example.com'),
      'a trailing dot': externalName('db.example.com.'),
      'an IPv4 address, which is a subdomain too': externalName('192.0.2.1'),
      'a URL on another type, where it is not looked at': service({ externalName: 'https://a.example' }),
    },
    invalid: {
      'no name': [externalName(), 'spec.externalName: FieldValueRequired'],
      'a dot alone': [externalName('.'), 'spec.externalName: FieldValueRequired'],
      'a URL': [externalName('https://a.example'), 'spec.externalName: FieldValueInvalid'],
      'two trailing dots': [externalName('a.example..'), 'spec.externalName: FieldValueInvalid'],
      'upper case': [externalName('A.example'), 'spec.externalName: FieldValueInvalid'],
    },
  },
  'no-external-name-address': {
    valid: {
      'a selector and external IPs': externalName('a.example', {
        selector: { app: 'web' },
        externalIPs: ['192.0.2.1'],
      }),
      'empty lists': externalName('a.example', { clusterIP: '', clusterIPs: [], ipFamilies: [] }),
    },
    invalid: {
      'a cluster IP': [externalName('a.example', { clusterIP: 'None' }), 'spec.clusterIPs: FieldValueForbidden'],
      'families and a policy': [
        externalName('a.example', { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }),
        'spec.ipFamilies: FieldValueForbidden',
        'spec.ipFamilyPolicy: FieldValueForbidden',
      ],
    },
  },
  'valid-service-selector': {
    valid: {
      labels: service({ selector: { 'app.kubernetes.io/name': 'web', tier: '' } }),
      'an empty map': service({ selector: {} }),
    },
    invalid: {
      'a blank in a value': [service({ selector: { app: 'my web' } }), 'spec.selector: FieldValueInvalid'],
      'a bad key and a bad value': [
        service({ selector: { 'a b': '-x' } }),
        'spec.selector: FieldValueInvalid',
        'spec.selector: FieldValueInvalid',
      ],
    },
  },
});
