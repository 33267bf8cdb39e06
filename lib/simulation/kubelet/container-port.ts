import type { Container, LifecycleHandler, Probe } from '../../kubernetes/generated/decoded';

/** The port that a handler asks, as a number; a name is looked up in the container. Undefined for exec and sleep. */
export function handlerPort(container: Container, handler: Probe | LifecycleHandler): number | undefined {
  const grpc = 'grpc' in handler ? handler.grpc?.port : undefined;
  const port = handler.httpGet?.port ?? handler.tcpSocket?.port ?? grpc;
  if (typeof port !== 'string') return port;
  const named = container.ports?.find(({ name }) => name === port)?.containerPort;
  return named ?? (/^\d+$/.test(port) ? Number(port) : undefined);
}
