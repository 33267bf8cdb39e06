import type { PodSpec, ServicePort } from '../kubernetes/generated/decoded';

/** Where a port of a Service leads in a pod. */
export interface ServiceTarget {
  /** The number of the port in the pod; undefined when the pod has no port of that name. */
  readonly port?: number;
  /** The container that declares the port; a pod may listen without declaring it. */
  readonly container?: string;
}

/**
 * Where a port of a Service leads in a pod.
 *
 * Follows kubernetes pkg/api/v1/pod/util.go FindPort: a name is looked for among the ports of the containers, then of
 * the sidecars, with the protocol of the Service's port; a number is taken as it is.
 */
export function serviceTarget({ port, targetPort, protocol = 'TCP' }: ServicePort, pod: PodSpec): ServiceTarget {
  const wanted = targetPort === undefined || targetPort === 0 || targetPort === '' ? port : targetPort;
  for (const { name, containerPort, protocol: spoken, container } of declaredPorts(pod)) {
    const isMeant = typeof wanted === 'string' ? name === wanted : containerPort === wanted;
    if (isMeant && spoken === protocol) return { port: containerPort, container };
  }
  return typeof wanted === 'number' ? { port: wanted } : {};
}

/** A port that a container of a pod declares. */
export interface DeclaredPort {
  readonly container: string;
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol: string;
}

/** The ports that the containers and the sidecars of a pod declare. */
export function declaredPorts({ containers = [], initContainers = [] }: PodSpec): DeclaredPort[] {
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...containers, ...sidecars].flatMap(({ name: container = '', ports = [] }) =>
    ports.map(({ name, containerPort = 0, protocol = 'TCP' }) => ({
      container,
      ...(name !== undefined && { name }),
      containerPort,
      protocol,
    })),
  );
}
