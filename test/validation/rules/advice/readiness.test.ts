import { readinessAdvice } from '../../../../lib/validation/rules/advice/readiness';
import { deployment, job, object, pod, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

const ports = [{ name: 'http', containerPort: 8080 }];
const tcpSocket = { port: 8080 };
const readinessProbe = { tcpSocket };
const preStop = { sleep: { seconds: 5 } };

const service = (spec: object = {}, metadata: object = {}) =>
  object('v1', 'Service', {
    metadata: { name: 'web', ...metadata },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }], ...spec },
  });
const web = (containers: object[], spec: object = {}) =>
  deployment({ replicas: 3, template: podTemplate({ containers, ...spec }) });
const one = (fields: object = {}) => web([{ name: 'app', image: 'a:1', ports, ...fields }]);
const two = (app: object, proxy: object) =>
  web([
    { name: 'app', image: 'a:1', ...app },
    { name: 'proxy', image: 'p:1', ...proxy },
  ]);
const at = 'spec.template.spec.containers';

testAdvice(readinessAdvice, {
  'require-readiness-probe': {
    valid: {
      'a worker without a Service': [one()],
      'a probe': [service(), one({ readinessProbe })],
      'a container that no port of the Service reaches': [service(), two({ ports, readinessProbe }, {})],
      'a container that answers another port': [
        service(),
        two({ ports, readinessProbe }, { ports: [{ name: 'admin', containerPort: 9090 }] }),
      ],
      'a Service of another namespace': [service({}, { namespace: 'other' }), one()],
      'a Service with other labels': [service({ selector: { app: 'api' } }), one()],
      'a Service without a selector': [service({ selector: undefined }), one()],
      'a Service that asks nobody whether he is ready': [service({ publishNotReadyAddresses: true }), one()],
      'an external name': [
        service({ type: 'ExternalName', externalName: 'db.example', selector: { app: 'web' } }),
        one(),
      ],
      'a Job, whose pods have names for each other': [
        service({ clusterIP: 'None' }),
        job({
          template: { ...podTemplate({ restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1', ports }] }) },
        }),
      ],
      'a plain init container, which never answers': [
        service(),
        web([{ name: 'app', image: 'a:1', ports, readinessProbe }], {
          initContainers: [{ name: 'init', image: 'i:1', ports: [{ name: 'init', containerPort: 8080 }] }],
        }),
      ],
      'two containers of which none declares the port': [service({ ports: [{ port: 80 }] }), two({}, {})],
    },
    invalid: {
      'no probe': [
        [service(), one()],
        `1 ${at}[0].readinessProbe: Service web sends it requests 0 s after its process starts`,
      ],
      'the Service comes last': [[one(), service()], `0 ${at}[0].readinessProbe: Service web`],
      'only one of two containers, and not the one that is asked': [
        [service(), two({ ports }, { readinessProbe })],
        `1 ${at}[0].readinessProbe: Service web`,
      ],
      'a native sidecar that answers': [
        [
          service({ ports: [{ port: 80, targetPort: 15001 }] }),
          web([{ name: 'app', image: 'a:1', ports, readinessProbe }], {
            initContainers: [
              { name: 'proxy', image: 'p:1', restartPolicy: 'Always', ports: [{ containerPort: 15001 }] },
            ],
          }),
        ],
        '1 spec.template.spec.initContainers[0].readinessProbe: Service web',
      ],
      'two Services, said once': [
        [service(), service({}, { name: 'web-2' }), one()],
        `2 ${at}[0].readinessProbe: Service web`,
      ],
      'a container that declares no ports, the only one': [
        [service({ ports: [{ port: 80 }] }), web([{ name: 'app', image: 'a:1' }])],
        `1 ${at}[0].readinessProbe: Service web`,
      ],
      'a Pod, without being told that these are all objects': [
        {
          manifests: [
            service(),
            pod({ containers: [{ name: 'app', image: 'a:1', ports }] }, { labels: { app: 'web' } }),
          ],
          oneApp: false,
        },
        '1 spec.containers[0].readinessProbe: Service web',
      ],
    },
  },
  'require-drain-time': {
    valid: {
      'a hook': [service(), one({ lifecycle: { preStop } })],
      'no Service': [one()],
    },
    invalid: {
      'no hook': [[service(), one()], `1 ${at}[0].lifecycle.preStop: each of 3 pods stops 0 s after it is told to`],
      'another hook': [
        [service(), one({ lifecycle: { postStart: { exec: { command: ['true'] } } } })],
        `1 ${at}[0].lifecycle.preStop: Service web still sends it requests`,
      ],
    },
  },
});
