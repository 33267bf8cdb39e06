import { statefulSetAdvice } from '../../../../lib/validation/rules/advice/stateful-set';
import { object, workload } from '../../manifests';
import { testAdvice } from '../test-advice';

const service = (spec: object, namespace?: string) =>
  object('v1', 'Service', { metadata: { name: 'db', namespace }, spec: { ports: [{ port: 5432 }], ...spec } });
const set = (serviceName?: string) => workload('StatefulSet', { serviceName });

testAdvice(statefulSetAdvice, {
  'require-governing-service': {
    valid: {
      'a headless Service': [service({ clusterIP: 'None' }), set('db')],
      'no name, and no names for the pods': [set()],
      'objects that are not the whole app': { manifests: [set('db')], oneApp: false },
    },
    invalid: {
      'no Service': [set('db'), 'spec.serviceName: the app has no such Service: the name web-0.db leads nowhere'],
      'a Service with an address': [[set('db'), service({})], '0 spec.serviceName: an address of its own'],
      'a Service in another namespace': [
        [set('db'), service({ clusterIP: 'None' }, 'shop')],
        '0 spec.serviceName: the app has no such Service',
      ],
    },
  },
});
