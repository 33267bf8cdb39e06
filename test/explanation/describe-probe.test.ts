import { describeProbe } from '../../lib/explanation/describe-probe';
import type { Probe } from '../../lib/kubernetes/generated/decoded';

const numbers = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const printed = 'delay=0s timeout=1s period=10s #success=1 #failure=3';

test.each<[string, Probe, string]>([
  [
    'the numbers',
    {
      httpGet: { scheme: 'HTTP', port: 8080, path: '/healthy' },
      initialDelaySeconds: 5,
      timeoutSeconds: 1,
      periodSeconds: 1,
      successThreshold: 1,
      failureThreshold: 3,
    },
    'http-get http://:8080/healthy delay=5s timeout=1s period=1s #success=1 #failure=3',
  ],
  ['exec', { exec: { command: ['ls', '-l', '/tmp'] }, ...numbers }, `exec [ls -l /tmp] ${printed}`],
  ['exec without a command', { exec: {}, ...numbers }, `exec [] ${printed}`],
  [
    'a named port',
    { httpGet: { scheme: 'HTTP', port: 'http', path: '/' }, ...numbers },
    `http-get http://:http/ ${printed}`,
  ],
  [
    'scheme and host',
    { httpGet: { scheme: 'HTTPS', host: 'web', port: 443, path: '/a/b' }, ...numbers },
    `http-get https://web:443/a/b ${printed}`,
  ],
  [
    'an IPv6 host',
    { httpGet: { scheme: 'HTTP', host: '::1', port: 80, path: '/' }, ...numbers },
    `http-get http://[::1]:80/ ${printed}`,
  ],
  [
    'a path without a slash',
    { httpGet: { scheme: 'HTTP', port: 80, path: 'ready' }, ...numbers },
    `http-get http://:80/ready ${printed}`,
  ],
  [
    'a query, which Go takes for a part of the path',
    { httpGet: { scheme: 'HTTP', port: 80, path: '/a?b=c d&e=ü' }, ...numbers },
    `http-get http://:80/a%3Fb=c%20d&e=%C3%BC ${printed}`,
  ],
  ['tcp', { tcpSocket: { port: 'redis' }, ...numbers }, `tcp-socket :redis ${printed}`],
  ['tcp of a host', { tcpSocket: { host: 'db', port: 6379 }, ...numbers }, `tcp-socket db:6379 ${printed}`],
  ['grpc', { grpc: { port: 9000, service: 'web' }, ...numbers }, `grpc <pod>:9000 web ${printed}`],
  ['grpc of the whole server', { grpc: { port: 9000, service: '' }, ...numbers }, `grpc <pod>:9000  ${printed}`],
  ['no handler', numbers, `unknown ${printed}`],
])('%s', (_, probe, line) => {
  expect(describeProbe(probe)).toBe(line);
});
