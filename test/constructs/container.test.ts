import { containerList } from '../../lib/constructs/container';
import { inOrder } from './synthesized';

test('the fields of a container in the order in which people write them, unknown ones last', () => {
  const written = {
    securityContext: {},
    surprise: 1,
    volumeDevices: { '/dev/x': 'disk' },
    volumeMounts: { '/data': 'data' },
    lifecycle: {},
    readinessProbe: {},
    livenessProbe: {},
    startupProbe: {},
    resources: {},
    env: { A: 'a' },
    envFrom: [],
    ports: { http: 80 },
    workingDir: '/',
    args: [],
    command: [],
    imagePullPolicy: 'Always',
    image: 'web:1',
  };
  expect(inOrder(containerList({ web: written }))).toBe(
    inOrder([
      {
        name: 'web',
        image: 'web:1',
        imagePullPolicy: 'Always',
        command: [],
        args: [],
        workingDir: '/',
        ports: [{ name: 'http', containerPort: 80 }],
        envFrom: [],
        env: [{ name: 'A', value: 'a' }],
        resources: {},
        startupProbe: {},
        livenessProbe: {},
        readinessProbe: {},
        lifecycle: {},
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
        volumeDevices: [{ name: 'disk', devicePath: '/dev/x' }],
        securityContext: {},
        surprise: 1,
      },
    ]),
  );
});

test('containers stay in the order in which they were written', () => {
  expect(containerList({ b: { image: 'b' }, a: { image: 'a' } })).toEqual([
    { name: 'b', image: 'b' },
    { name: 'a', image: 'a' },
  ]);
});

test('the key is the name, whatever the container says', () => {
  expect(containerList({ web: { name: 'other', image: 'web:1' } })).toEqual([{ name: 'web', image: 'web:1' }]);
});

test.each([
  ['a container', { web: 'web:1' }, ['web:1']],
  ['ports', { web: { ports: 80 } }, [{ name: 'web', ports: 80 }]],
  ['env', { web: { env: [{ name: 'A' }] } }, [{ name: 'web', env: [{ name: 'A' }] }]],
  ['volumeMounts', { web: { volumeMounts: 'data' } }, [{ name: 'web', volumeMounts: 'data' }]],
  ['volumeDevices', { web: { volumeDevices: true } }, [{ name: 'web', volumeDevices: true }]],
])('%s of another shape is passed on for validation to judge', (_, containers, expected) => {
  expect(containerList(containers)).toEqual(expected);
});
