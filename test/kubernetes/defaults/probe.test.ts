import { defaultedContainer } from './defaulted';

const timing = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };

describe('defaultProbe', () => {
  test.each<[string, object, object]>([
    ['fills in the timing', { exec: { command: ['true'] } }, { exec: { command: ['true'] }, ...timing }],
    [
      'reads zero as absent',
      { tcpSocket: { port: 1 }, timeoutSeconds: 0, periodSeconds: 0, successThreshold: 0, failureThreshold: 0 },
      { tcpSocket: { port: 1 }, ...timing },
    ],
    [
      'keeps what is given',
      {
        tcpSocket: { port: 1 },
        initialDelaySeconds: 5,
        timeoutSeconds: 2,
        periodSeconds: 3,
        successThreshold: 4,
        failureThreshold: 5,
      },
      {
        tcpSocket: { port: 1 },
        initialDelaySeconds: 5,
        timeoutSeconds: 2,
        periodSeconds: 3,
        successThreshold: 4,
        failureThreshold: 5,
      },
    ],
    [
      'asks for / over HTTP',
      { httpGet: { port: 80 } },
      { httpGet: { port: 80, path: '/', scheme: 'HTTP' }, ...timing },
    ],
    [
      'keeps path and scheme',
      { httpGet: { port: 80, path: '/a', scheme: 'HTTPS' } },
      { httpGet: { port: 80, path: '/a', scheme: 'HTTPS' }, ...timing },
    ],
    ['names the empty gRPC service', { grpc: { port: 80 } }, { grpc: { port: 80, service: '' }, ...timing }],
    [
      'keeps a grace period of its own',
      { exec: {}, terminationGracePeriodSeconds: 0 },
      { exec: {}, terminationGracePeriodSeconds: 0, ...timing },
    ],
  ])('%s', (_, probe, expected) => {
    const container = defaultedContainer({ livenessProbe: probe, readinessProbe: probe, startupProbe: probe });
    expect([container.livenessProbe, container.readinessProbe, container.startupProbe]).toEqual([
      expected,
      expected,
      expected,
    ]);
  });
});
