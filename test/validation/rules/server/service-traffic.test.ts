import { serviceTrafficRules } from '../../../../lib/validation/rules/server/service-traffic';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = (spec: object) => object('v1', 'Service', { spec: { ports: [{ port: 80 }], ...spec } });
const affinity = (timeoutSeconds: number, sessionAffinity = 'ClientIP') =>
  service({ sessionAffinity, sessionAffinityConfig: { clientIP: { timeoutSeconds } } });
const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' };

testRules(serviceTrafficRules, {
  'valid-session-affinity': {
    valid: { ClientIP: service({ sessionAffinity: 'ClientIP' }), 'an empty one': service({ sessionAffinity: '' }) },
    invalid: {
      'another case': [service({ sessionAffinity: 'clientIP' }), 'spec.sessionAffinity: FieldValueNotSupported'],
    },
  },
  'valid-session-affinity-timeout': {
    valid: {
      'the shortest': affinity(1),
      'the longest': affinity(86400),
      'none, which is three hours': service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: {} }),
      'any without affinity, where it is dropped': affinity(0, 'None'),
    },
    invalid: {
      zero: [affinity(0), 'spec.sessionAffinityConfig.clientIP.timeoutSeconds: FieldValueInvalid'],
      'longer than a day': [affinity(86401), 'spec.sessionAffinityConfig.clientIP.timeoutSeconds: FieldValueInvalid'],
    },
  },
  'valid-external-traffic-policy': {
    valid: {
      'on a NodePort': service({ type: 'NodePort', externalTrafficPolicy: 'Local' }),
      'with external IPs': service({ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Cluster' }),
      'an empty one': service({ externalTrafficPolicy: '' }),
    },
    invalid: {
      'on a ClusterIP': [
        service({ externalTrafficPolicy: 'Cluster' }),
        'spec.externalTrafficPolicy: FieldValueInvalid',
      ],
      'an unknown one': [
        service({ type: 'LoadBalancer', externalTrafficPolicy: 'local' }),
        'spec.externalTrafficPolicy: FieldValueNotSupported',
      ],
      'an unknown one where none may stand': [
        service({ externalTrafficPolicy: 'local' }),
        'spec.externalTrafficPolicy: FieldValueInvalid',
      ],
      'with external IPs in 1.28': [
        {
          manifest: service({ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Cluster' }),
          kubeVersion: '1.28',
        },
        'spec.externalTrafficPolicy: FieldValueInvalid',
      ],
    },
  },
  'valid-health-check-node-port': {
    valid: {
      'on a local LoadBalancer': service({ ...local, healthCheckNodePort: 32000 }),
      'zero on a ClusterIP': service({ healthCheckNodePort: 0 }),
    },
    invalid: {
      'with the policy Cluster': [
        service({ type: 'LoadBalancer', healthCheckNodePort: 32000 }),
        'spec.healthCheckNodePort: FieldValueInvalid',
      ],
      'on a NodePort': [
        service({ type: 'NodePort', externalTrafficPolicy: 'Local', healthCheckNodePort: 32000 }),
        'spec.healthCheckNodePort: FieldValueInvalid',
      ],
      'above the highest port': [
        service({ ...local, healthCheckNodePort: 65536 }),
        'spec.healthCheckNodePort: FieldValueInvalid',
      ],
    },
  },
  'valid-internal-traffic-policy': {
    valid: { Local: service({ internalTrafficPolicy: 'Local' }), null: service({ internalTrafficPolicy: null }) },
    invalid: {
      'another case': [
        service({ internalTrafficPolicy: 'local' }),
        'spec.internalTrafficPolicy: FieldValueNotSupported',
      ],
      'an empty one': [service({ internalTrafficPolicy: '' }), 'spec.internalTrafficPolicy: FieldValueNotSupported'],
    },
  },
  'valid-traffic-distribution': {
    valid: {
      PreferClose: service({ trafficDistribution: 'PreferClose' }),
      PreferSameNode: service({ trafficDistribution: 'PreferSameNode' }),
      'anything in 1.30, where it is dropped': {
        manifest: service({ trafficDistribution: 'nearby' }),
        kubeVersion: '1.30',
      },
    },
    invalid: {
      'another case': [
        service({ trafficDistribution: 'preferClose' }),
        'spec.trafficDistribution: FieldValueNotSupported',
      ],
      'an empty one': [service({ trafficDistribution: '' }), 'spec.trafficDistribution: FieldValueNotSupported'],
      'PreferSameZone in 1.33': [
        { manifest: service({ trafficDistribution: 'PreferSameZone' }), kubeVersion: '1.33' },
        'spec.trafficDistribution: FieldValueNotSupported',
      ],
    },
  },
});
