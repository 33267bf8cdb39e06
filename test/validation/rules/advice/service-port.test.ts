import { servicePortAdvice } from '../../../../lib/validation/rules/advice/service-port';
import { deployment, object, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

const service = (port: object, spec: object = {}) =>
  object('v1', 'Service', { spec: { selector: { app: 'web' }, ports: [{ port: 80, ...port }], ...spec } });
const serving = (ports?: object[], pod: object = {}, name = 'web') =>
  deployment({ template: podTemplate({ containers: [{ name: 'app', image: 'a:1', ports }], ...pod }) }, { name });
const http = { name: 'http', containerPort: 8080 };
const dns = { name: 'dns', containerPort: 53, protocol: 'UDP' };
const sidecar = { initContainers: [{ name: 'proxy', image: 'a:1', restartPolicy: 'Always', ports: [http] }] };
const init = { initContainers: [{ name: 'proxy', image: 'a:1', ports: [http] }] };
const AT = 'spec.ports[0].targetPort';

testAdvice(servicePortAdvice, {
  'require-declared-port': {
    valid: {
      'the declared one': [serving([http]), service({ targetPort: 8080 })],
      'no declared ports at all': [serving(), service({ targetPort: 8080 })],
      'one of a sidecar': [serving([{ containerPort: 9000 }], sidecar), service({ targetPort: 8080 })],
      'a headless Service, which sends nothing': [serving([http]), service({}, { clusterIP: 'None' })],
      'one of the workloads': [
        serving([http]),
        serving([{ containerPort: 9000 }], {}, 'other'),
        service({ targetPort: 8080 }),
      ],
    },
    invalid: {
      'another number': [
        [serving([http]), service({ targetPort: 80 })],
        `1 ${AT}: Deployment/web declares 8080 (http), and not 80`,
      ],
      'the port of the Service by default': [[serving([http]), service({})], `1 ${AT}: and not 80`],
      'the number of another protocol': [
        [serving([http, dns]), service({ targetPort: 53 })],
        `1 ${AT}: declares 8080 (http), and not 53`,
      ],
    },
  },
  'valid-target-port-name': {
    valid: {
      'the name of a port': [serving([http]), service({ targetPort: 'http' })],
      'the name of a port of a sidecar': [serving([], sidecar), service({ targetPort: 'http' })],
      'a number': [serving([http]), service({ targetPort: 80 })],
      'pods that are elsewhere': [service({ targetPort: 'http' })],
      'one of the workloads': [serving([http]), serving([], {}, 'other'), service({ targetPort: 'http' })],
    },
    invalid: {
      'another name': [
        [serving([http, dns]), service({ targetPort: 'web' })],
        `1 ${AT}: Deployment/web has no TCP port web, but the ports http`,
      ],
      'no named ports': [
        [service({ targetPort: 'http' }), serving([{ containerPort: 8080 }])],
        `0 ${AT}: no TCP port http, but no named ports`,
      ],
      'the name for another protocol': [[serving([dns]), service({ targetPort: 'dns' })], `1 ${AT}: no TCP port dns`],
      'the name of a port of an init container': [
        [serving([], init), service({ targetPort: 'http' })],
        `1 ${AT}: no TCP port http`,
      ],
    },
  },
});
