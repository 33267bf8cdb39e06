import type { ServicePort } from '../../lib/kubernetes/generated/decoded';
import { allocateNodePorts, isHeadless, isOnNodes } from '../../lib/kubernetes/service';

const web: ServicePort = { port: 80, protocol: 'TCP' };
const dns: ServicePort = { port: 53, protocol: 'TCP' };

test.each([
  ['None alone', { clusterIPs: ['None'] }, true],
  ['None beside an address', { clusterIPs: ['None', '10.96.0.10'] }, false],
  ['no address yet', {}, false],
])('isHeadless: %s', (_, spec, expected) => expect(isHeadless(spec)).toBe(expected));

test.each([
  ['NodePort', true],
  ['LoadBalancer', true],
  ['ClusterIP', false],
  ['ExternalName', false],
])('isOnNodes: %s', (type, expected) => expect(isOnNodes({ type })).toBe(expected));

describe('allocateNodePorts', () => {
  test('leaves the ports of a ClusterIP as they are', () => {
    const ports = [{ ...web, nodePort: 30080 }, dns];
    expect(allocateNodePorts({ type: 'ClusterIP', ports })).toEqual({ numbers: [30080, 0] });
  });

  test('gives ports of one number the node port that one of them asks for', () => {
    const ports = [web, { ...web, protocol: 'UDP', nodePort: 30080 }];
    expect(allocateNodePorts({ type: 'NodePort', ports })).toEqual({ numbers: [30080, 30080] });
  });

  test('chooses one node port for each number, none of which is another', () => {
    const { numbers } = allocateNodePorts({ type: 'NodePort', ports: [web, dns, { ...dns, protocol: 'UDP' }] });
    expect(numbers[1]).toBe(numbers[2]);
    expect(numbers[0]).not.toBe(numbers[1]);
    expect(numbers.some((number) => Number.isInteger(number))).toBe(false);
  });

  test('chooses none for a LoadBalancer without node port allocation', () => {
    const ports = [web, { ...dns, nodePort: 30053 }];
    expect(allocateNodePorts({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false, ports })).toEqual({
      numbers: [0, 30053],
    });
  });

  test('lets a port keep a node port of its own beside that of its twin', () => {
    const ports = [
      { ...web, nodePort: 30080 },
      { ...web, protocol: 'UDP', nodePort: 30081 },
    ];
    expect(allocateNodePorts({ type: 'NodePort', ports })).toEqual({ numbers: [30080, 30081] });
  });

  test('refuses a node port that another port has taken', () => {
    const ports = [{ ...web, nodePort: 30080 }, dns, { port: 443, nodePort: 30080 }];
    expect(allocateNodePorts({ type: 'NodePort', ports }).refused).toBe(2);
  });
});
