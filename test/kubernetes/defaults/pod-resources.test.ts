import { defaultedPodSpec } from './defaulted';

type Body = Record<string, unknown>;

const container = (resources: Body) => ({ name: 'app', image: 'app:1', resources });

describe('defaultPodResources', () => {
  test.each<[string, Body, Body[], Body]>([
    ['leaves nothing as nothing', {}, [container({ requests: { cpu: '1' } })], {}],
    [
      'requests what the containers do, under a limit of the pod',
      { limits: { cpu: '4' } },
      [container({ requests: { cpu: '1', memory: '1Gi' } }), container({ requests: { cpu: '500m' } })],
      { limits: { cpu: '4' }, requests: { cpu: '1500m', memory: '1Gi' } },
    ],
    [
      'requests the limit of the pod where the containers request nothing',
      { limits: { cpu: '4', memory: '1Gi' } },
      [container({})],
      { limits: { cpu: '4', memory: '1Gi' }, requests: { cpu: '4', memory: '1Gi' } },
    ],
    [
      'keeps requests',
      { limits: { cpu: '4' }, requests: { cpu: '2' } },
      [container({})],
      { limits: { cpu: '4' }, requests: { cpu: '2' } },
    ],
    [
      'needs a limit for this',
      { requests: { cpu: '2' } },
      [container({ requests: { memory: '1Gi' } })],
      { requests: { cpu: '2' } },
    ],
    [
      'limits huge pages to those of the containers',
      { requests: { cpu: '2' } },
      [container({ limits: { cpu: '1', 'hugepages-2Mi': '4Mi' } })],
      { requests: { cpu: '2', 'hugepages-2Mi': '4Mi' }, limits: { 'hugepages-2Mi': '4Mi' } },
    ],
    [
      'passes over what a pod cannot state',
      { limits: { cpu: '4' } },
      [container({ limits: { 'example.com/gpu': '1' } })],
      { limits: { cpu: '4' }, requests: { cpu: '4' } },
    ],
  ])('%s', (_, resources, containers, expected) => {
    expect(defaultedPodSpec({ resources, containers }, 34).resources).toEqual(expected);
  });

  test('leaves a pod without resources alone', () => {
    expect(defaultedPodSpec({ containers: [container({ limits: { cpu: '1' } })] })).not.toHaveProperty('resources');
  });
});
