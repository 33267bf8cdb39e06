import type { Probe } from '../../../lib/kubernetes/generated/decoded';
import { probeOutcome } from '../../../lib/simulation/kubelet/probe-outcome';
import type { Answer } from '../../../lib/simulation/pod-behaviour';

const httpGet: Probe = { httpGet: { path: '/healthz', port: 8080 } };
const exec: Probe = { exec: { command: ['cat', '/tmp/ready'] }, timeoutSeconds: 2 };
const grpc: Probe = { grpc: { port: 8080 } };
const late: Answer = { after: 5 };

// The outputs are what the Event quotes.
const cases: [string, Probe, Answer, boolean, number, string][] = [
  ['http 200', httpGet, { after: 0.4 }, true, 0.4, ''],
  ['http 503', httpGet, { after: 0, value: 503 }, false, 0.002, 'HTTP probe failed with statuscode: 503'],
  [
    'http too late',
    httpGet,
    late,
    false,
    1,
    'Get "http://POD-IP:8080/healthz": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    'http refused',
    httpGet,
    { after: 0, refused: true },
    false,
    0.002,
    'Get "http://POD-IP:8080/healthz": dial tcp POD-IP:8080: connect: connection refused',
  ],
  ['exec 0', exec, { after: 1 }, true, 1, ''],
  ['exec too late', exec, late, false, 2, 'command timed out: "cat /tmp/ready" timed out after 2s'],
  ['grpc not serving', grpc, { after: 0, value: 2 }, false, 0.002, 'service unhealthy (responded with "NOT_SERVING")'],
  ['grpc too late', grpc, late, false, 1, 'timeout: failed to connect service "POD-IP:8080" within 1s'],
];

test.each(cases)('%s', (_, probe, answer, ok, seconds, output) => {
  expect(probeOutcome(probe, 8080, answer)).toEqual({ ok, seconds, output });
});
