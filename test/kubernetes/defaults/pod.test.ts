import { defaultedContainer, defaultedInitContainer, defaultedPodSpec, defaultedTemplateSpec } from './defaulted';

type Body = Record<string, unknown>;

describe('defaultPod', () => {
  test.each<[string, object, object]>([
    ['requests what it limits', { limits: { cpu: '1' } }, { limits: { cpu: '1' }, requests: { cpu: '1' } }],
    [
      'keeps a request of its own',
      { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } },
      { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m', memory: '1Gi' } },
    ],
    ['limits nothing that it requests', { requests: { cpu: '1' } }, { requests: { cpu: '1' } }],
  ])('a container %s', (_, resources, expected) => {
    expect(defaultedContainer({ resources }).resources).toEqual(expected);
    expect(defaultedInitContainer({ resources }).resources).toEqual(expected);
  });

  test('opens the ports of containers on the host in its network', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 81, hostPort: 82 }, { containerPort: 0 }];
    const container = { name: 'c', image: 'app:1', ports };
    const spec = defaultedPodSpec({ hostNetwork: true, containers: [container], initContainers: [container] });
    const hostPorts = (containers: unknown) =>
      (containers as { ports: Body[] }[]).map((item) => item.ports.map((port) => port.hostPort));
    expect(hostPorts(spec.containers)).toEqual([[80, 82, undefined]]);
    expect(hostPorts(spec.initContainers)).toEqual([[80, 82, undefined]]);
  });

  test.each<[string, Body, Body]>([
    ['knows Services from its environment', {}, { enableServiceLinks: true }],
    ['may not', { enableServiceLinks: false }, { enableServiceLinks: false }],
    [
      'reads a negative grace period as one second',
      { terminationGracePeriodSeconds: -5 },
      { terminationGracePeriodSeconds: 1 },
    ],
    ['keeps a grace period of zero', { terminationGracePeriodSeconds: 0 }, { terminationGracePeriodSeconds: 0 }],
  ])('%s', (_, spec, expected) => {
    expect(defaultedPodSpec(spec)).toMatchObject(expected);
  });

  test('does none of this to a template', () => {
    const resources = { limits: { cpu: '1' } };
    const containers = [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80 }], resources }];
    const spec = defaultedTemplateSpec({ hostNetwork: true, terminationGracePeriodSeconds: -5, containers });
    expect(spec).toMatchObject({
      terminationGracePeriodSeconds: -5,
      containers: [{ ports: [{ containerPort: 80 }], resources }],
    });
    expect(spec).not.toHaveProperty('enableServiceLinks');
    expect(spec).not.toHaveProperty('containers.0.resources.requests');
    expect(spec).not.toHaveProperty('containers.0.ports.0.hostPort');
  });
});
