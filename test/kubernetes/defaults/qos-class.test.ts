import { type QosClass, qosClassOf } from '../../../lib/kubernetes/defaults/qos-class';

const full = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1000m', memory: '1024Mi' } };
const part = { requests: { cpu: '1' }, limits: { cpu: '1' } };

describe('qosClassOf', () => {
  test.each<[string, QosClass, object]>([
    ['nothing', 'BestEffort', { containers: [{}] }],
    ['zero', 'BestEffort', { containers: [{ resources: { requests: { cpu: '0' } } }] }],
    [
      'what a node does not ration',
      'BestEffort',
      { containers: [{ resources: { requests: { 'example.com/gpu': '1' } } }] },
    ],
    ['requests', 'Burstable', { containers: [{ resources: { requests: { cpu: '1' } } }] }],
    ['limits for cpu alone', 'Burstable', { containers: [{ resources: part }] }],
    ['equal requests and limits', 'Guaranteed', { containers: [{ resources: full }] }],
    [
      'smaller requests',
      'Burstable',
      { containers: [{ resources: { ...full, requests: { cpu: '1', memory: '1Mi' } } }] },
    ],
    ['one container without', 'Burstable', { containers: [{ resources: full }, {}] }],
    ['an init container without', 'Burstable', { containers: [{ resources: full }], initContainers: [{}] }],
    ['all containers', 'Guaranteed', { containers: [{ resources: full }], initContainers: [{ resources: full }] }],
    [
      'the pod itself, whatever its containers say',
      'Guaranteed',
      { resources: full, containers: [{ resources: part }] },
    ],
    ['the pod itself, in part', 'Burstable', { resources: part, containers: [{ resources: full }] }],
  ])('%s: %s', (_, expected, spec) => {
    expect(qosClassOf(spec)).toBe(expected);
  });
});
