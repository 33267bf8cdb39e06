import { defaultedContainer, defaultedPodSpec } from './defaulted';

const filled = {
  name: 'app',
  image: 'app:1',
  imagePullPolicy: 'IfNotPresent',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

describe('defaultContainer', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ['fills in pull policy and termination message', {}, {}],
    [
      'reads empty text as absent',
      { imagePullPolicy: '', terminationMessagePath: '', terminationMessagePolicy: '' },
      {},
    ],
    [
      'keeps what is given',
      { imagePullPolicy: 'Never', terminationMessagePath: '/x', terminationMessagePolicy: 'FallbackToLogsOnError' },
      { imagePullPolicy: 'Never', terminationMessagePath: '/x', terminationMessagePolicy: 'FallbackToLogsOnError' },
    ],
    ['speaks TCP', { ports: [{ containerPort: 80 }] }, { ports: [{ containerPort: 80, protocol: 'TCP' }] }],
    [
      'keeps another protocol',
      { ports: [{ containerPort: 80, protocol: 'UDP' }] },
      { ports: [{ containerPort: 80, protocol: 'UDP' }] },
    ],
    [
      'reads fields of v1',
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } } }] },
    ],
    [
      'needs the key of a file',
      { env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } }] },
      { env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k', optional: false } } }] },
    ],
    [
      'asks hooks for / over HTTP',
      { lifecycle: { postStart: { httpGet: { port: 80 } }, preStop: { httpGet: { port: 80 } } } },
      {
        lifecycle: {
          postStart: { httpGet: { port: 80, path: '/', scheme: 'HTTP' } },
          preStop: { httpGet: { port: 80, path: '/', scheme: 'HTTP' } },
        },
      },
    ],
  ])('%s', (_, container, expected) => {
    expect(defaultedContainer(container)).toEqual({ ...filled, ...expected });
  });

  test('fills in containers of every role', () => {
    const containers = [{ name: 'app', image: 'app:1' }];
    const spec = defaultedPodSpec({ containers, initContainers: containers, ephemeralContainers: containers });
    expect([spec.containers, spec.initContainers, spec.ephemeralContainers]).toEqual([[filled], [filled], [filled]]);
  });
});
