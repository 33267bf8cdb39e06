import { probePurposeAdvice } from '../../../../lib/validation/rules/advice/probe-purpose';
import { cronJob, job, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const ports = [
  { name: 'http', containerPort: 8080 },
  { name: 'admin', containerPort: 9090 },
];
const get = (path: string, port: unknown = 'http') => ({ httpGet: { path, port } });
const both = (livenessProbe: object, readinessProbe: object) =>
  podWithContainer({ ports, livenessProbe, readinessProbe });
const at = 'spec.containers[0]';
const ready = { readinessProbe: { ...get('/ready', 8080), periodSeconds: 5 } };
const ending = podTemplate({ restartPolicy: 'Never', containers: [{ name: 'app', image: 'a:1', ...ready }] });

testAdvice(probePurposeAdvice, {
  'no-identical-probes': {
    valid: {
      'the same endpoint with another timing': both({ ...get('/'), failureThreshold: 6 }, get('/')),
      'two ports with one path': both(get('/', 'http'), get('/', 'admin')),
      'two services of one gRPC port': both(
        { grpc: { port: 8080, service: 'live' } },
        { grpc: { port: 8080, service: 'ready' } },
      ),
      'two paths': both(get('/healthy'), get('/ready')),
      'another header': both(get('/'), {
        httpGet: { ...get('/').httpGet, httpHeaders: [{ name: 'X-A', value: 'b' }] },
      }),
      'liveness alone': podWithContainer({ ports, livenessProbe: get('/') }),
    },
    invalid: {
      'the same handler and numbers': [
        both(get('/'), get('/')),
        `${at}.livenessProbe: after 20 to 30 s of wrong answers the container is not taken out of its Services but killed`,
      ],
      'one port by name and by number': [both(get('/', 'http'), get('/', 8080)), `${at}.livenessProbe: killed`],
      'defaults in one of them': [
        both({ ...get('/'), periodSeconds: 10, timeoutSeconds: 1 }, get('/')),
        `${at}.livenessProbe: killed`,
      ],
      'a number of successes, which only a readiness probe has': [
        both(get('/'), { ...get('/'), successThreshold: 3 }),
        `${at}.livenessProbe: killed`,
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', ports, livenessProbe: get('/'), readinessProbe: get('/') }),
        'spec.initContainers[0].livenessProbe: killed',
      ],
    },
  },
  'no-liveness-before-readiness': {
    valid: {
      'a patient liveness probe': both({ ...get('/healthy'), periodSeconds: 20 }, get('/ready')),
      'equal numbers': both(get('/healthy'), get('/ready')),
      'a liveness probe of another server': both({ ...get('/', 'admin'), periodSeconds: 1 }, get('/')),
      'a handler that says something else': both({ tcpSocket: { port: 'http' }, periodSeconds: 1 }, get('/')),
    },
    invalid: {
      'another path of the same server': [
        both({ ...get('/healthy'), periodSeconds: 5 }, get('/ready', 8080)),
        `${at}.livenessProbe: after 11 to 16 s; readinessProbe would take it out of its Services after 21 to 31 s`,
      ],
      'the same question, asked more often': [
        both({ tcpSocket: { port: 'http' }, periodSeconds: 1 }, { tcpSocket: { port: 8080 } }),
        `${at}.livenessProbe: after 3 to 4 s`,
      ],
    },
  },
  'no-dependency-in-liveness-probe': {
    valid: {
      'a path of its own': podWithContainer({ ports, livenessProbe: get('/healthy') }),
      'a readiness probe': podWithContainer({ ports, readinessProbe: get('/health/db') }),
      'a word that contains one': podWithContainer({ ports, livenessProbe: get('/already') }),
      'a command': podWithContainer({ livenessProbe: { exec: { command: ['pg_isready'] } } }),
    },
    invalid: {
      readiness: [
        podWithContainer({ ports, livenessProbe: get('/readyz?verbose') }),
        `${at}.livenessProbe.httpGet.path: speaks of readyz`,
      ],
      'a database': [
        podWithContainer({ ports, livenessProbe: get('/health/DB') }),
        `${at}.livenessProbe.httpGet.path: speaks of DB: while that is away, every replica is killed after 20 to 30 s`,
      ],
    },
  },
  'require-liveness-probe': {
    valid: {
      'a container without probes, of which nothing is known': podWithContainer({}),
      'a Job, which comes to an end': job({ template: ending }),
      'a CronJob': cronJob({}, { template: ending }),
      'a Pod that is not restarted': podWithContainer(ready, { restartPolicy: 'OnFailure' }),
      'a command, which may look at anything': podWithContainer({ readinessProbe: { exec: { command: ['true'] } } }),
      'an init container, which comes to an end': podWithInitContainer({}),
    },
    invalid: {
      'a server that tells when it is ready': [
        podWithContainer(ready),
        `${at}.livenessProbe: out of its Services within 10 to 15 s, and stays out`,
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', ...ready }),
        'spec.initContainers[0].livenessProbe: out of its Services',
      ],
    },
  },
});
