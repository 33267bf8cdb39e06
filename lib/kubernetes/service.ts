import type { ServicePort, ServiceSpec } from './generated/decoded';

/** What `clusterIP` holds in a headless Service. */
export const HEADLESS = 'None';

/** Whether a Service has no address of its own. Follows kubernetes pkg/apis/core/validation/validation.go isHeadlessService. */
export function isHeadless({ clusterIPs }: ServiceSpec): boolean {
  return clusterIPs !== undefined && clusterIPs.length === 1 && clusterIPs[0] === HEADLESS;
}

/** Whether every node offers the Service on a port of its own. */
export function isOnNodes({ type }: ServiceSpec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

/** What becomes of the node ports that a Service asks for. */
export interface NodePorts {
  /** The node port of each port; 0 for none, a fraction for one that the server chooses. */
  readonly numbers: readonly number[];
  /** The position of the port whose node port another port has already taken. */
  readonly refused?: number;
}

/**
 * Hands out node ports as the server does before it validates: ports of the same number share one.
 *
 * Follows kubernetes pkg/registry/core/service/storage/alloc.go initNodePorts.
 */
export function allocateNodePorts(spec: ServiceSpec): NodePorts {
  const ports = spec.ports ?? [];
  const numbers = ports.map(({ nodePort = 0 }) => nodePort);
  if (!isOnNodes(spec)) return { numbers };
  const chooses = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false;
  const byPort = new Map<number, number>();
  const requested = requestedNumbers(ports);
  const taken = new Set<number>();
  for (const [index, { port = 0 }] of ports.entries()) {
    const asked = numbers[index] ?? 0;
    if (asked === 0 && !chooses) continue;
    const known = byPort.get(port);
    const number = known === undefined ? requested.get(port) : asked === 0 ? known : asked;
    if (number === undefined) {
      numbers[index] = index + 0.5;
      byPort.set(port, index + 0.5);
      continue;
    }
    numbers[index] = number;
    if (number === known) continue;
    if (taken.has(number)) return { numbers, refused: index };
    taken.add(number);
    if (known === undefined) byPort.set(port, number);
  }
  return { numbers };
}

/** The first node port that is asked for, by the number of the port. */
function requestedNumbers(ports: readonly ServicePort[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const { port = 0, nodePort } of ports) if (nodePort && !numbers.has(port)) numbers.set(port, nodePort);
  return numbers;
}
