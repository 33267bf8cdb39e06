import { probePortAdvice } from '../../../../lib/validation/rules/advice/probe-port';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const ports = [
  { name: 'http', containerPort: 8080 },
  { name: 'metrics', containerPort: 9090 },
];
const probed = (port: unknown, name = 'livenessProbe', fields: object = { ports }) =>
  podWithContainer({ ...fields, [name]: { tcpSocket: { port } } });
const at = 'spec.containers[0]';
const hook = (name: string, port: string) =>
  podWithContainer({ ports, lifecycle: { [name]: { httpGet: { path: '/stop', port } } } });

testAdvice(probePortAdvice, {
  'valid-handler-port-name': {
    valid: {
      'the name of a port': probed('http'),
      'a number, which is looked at by another rule': probed(1),
      'a number of gRPC, which takes no names': podWithContainer({ ports, livenessProbe: { grpc: { port: 9999 } } }),
      exec: podWithContainer({ livenessProbe: { exec: { command: ['true'] } } }),
      'a sidecar with a port of its own': podWithInitContainer({
        restartPolicy: 'Always',
        ports,
        startupProbe: { tcpSocket: { port: 'http' } },
      }),
      'a hook that sleeps': podWithContainer({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }),
    },
    invalid: {
      'a misspelt name of a liveness probe': [probed('htpp'), `${at}.livenessProbe.tcpSocket.port: never restarted`],
      'one of a readiness probe': [probed('web', 'readinessProbe'), `${at}.readinessProbe.tcpSocket.port: never ready`],
      'one of a startup probe': [
        probed('web', 'startupProbe'),
        `${at}.startupProbe.tcpSocket.port: never counts as started`,
      ],
      'a name of a hook': [hook('preStop', 'admin'), `${at}.lifecycle.preStop.httpGet.port: stopped without it`],
      'a name of a hook that starts': [hook('postStart', 'admin'), `${at}.lifecycle.postStart.httpGet.port: kills`],
      'a container without ports': [probed('http', 'livenessProbe', {}), `${at}.livenessProbe.tcpSocket.port: no port`],
      'the port of another container': [
        podWithContainer(
          { livenessProbe: { tcpSocket: { port: 'proxy' } } },
          {
            initContainers: [
              { name: 'p', image: 'p:1', restartPolicy: 'Always', ports: [{ name: 'proxy', containerPort: 15001 }] },
            ],
          },
        ),
        `${at}.livenessProbe.tcpSocket.port: another container of the pod has it, as 15001`,
      ],
      'a sidecar that names the port of the main container': [
        podWithInitContainer(
          { restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 'http' } } },
          { containers: [{ name: 'app', image: 'a:1', ports }] },
        ),
        'spec.initContainers[0].livenessProbe.tcpSocket.port: another container of the pod has it, as 8080',
      ],
    },
  },
  'require-declared-probe-port': {
    valid: {
      'a declared number': probed(9090),
      'a container that declares nothing': probed(8080, 'livenessProbe', {}),
      'a port of another host': podWithContainer({
        ports,
        livenessProbe: { tcpSocket: { port: 1, host: '10.0.0.1' } },
      }),
      'a name': probed('http'),
    },
    invalid: {
      'a wrong number': [
        probed(8081),
        `${at}.livenessProbe.tcpSocket.port: 8081: the container declares 8080 (http), 9090`,
      ],
      'an undeclared gRPC port': [
        podWithContainer({ ports, readinessProbe: { grpc: { port: 5000 } } }),
        `${at}.readinessProbe.grpc.port: 5000`,
      ],
    },
  },
  'no-probe-of-udp-port': {
    valid: {
      'a TCP port': probed('http'),
      'a number that is open for both': probed(53, 'livenessProbe', {
        ports: [
          { name: 'dns', containerPort: 53, protocol: 'UDP' },
          { name: 'dns-tcp', containerPort: 53 },
        ],
      }),
      'a number that is not declared': probed(1),
    },
    invalid: {
      'a UDP port by name': [
        probed('dns', 'livenessProbe', { ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }] }),
        `${at}.livenessProbe.tcpSocket.port: port 53 for UDP only, and tcpSocket speaks TCP`,
      ],
      'an SCTP port by number': [
        probed(7, 'readinessProbe', { ports: [{ containerPort: 7, protocol: 'SCTP' }] }),
        `${at}.readinessProbe.tcpSocket.port: SCTP`,
      ],
    },
  },
});
