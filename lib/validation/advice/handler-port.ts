import type { ContainerPort, LifecycleHandler, Probe } from '../../kubernetes/generated/decoded';
import { isEqual } from '../../simulation/is-equal';

/** What a probe or a lifecycle hook does; a probe has no sleep, a hook no grpc. */
export type Handler = Probe & LifecycleHandler;

/** The handlers that speak to a port, in the order in which the server looks for one. */
const SPEAKING = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** The port that a handler speaks to. */
export interface HandlerPort {
  readonly action: (typeof SPEAKING)[number];
  /** The number, or the name of a port of the container. */
  readonly port: number | string;
  /** The machine that it speaks to, where that is not the pod. */
  readonly host?: string;
}

/** The port that a handler speaks to; undefined where it runs a command or sleeps. */
export function handlerPort(handler: Handler): HandlerPort | undefined {
  if (handler.exec) return undefined;
  for (const action of SPEAKING) {
    const spoken: { readonly port?: number | string; readonly host?: string } | undefined = handler[action];
    if (spoken) return { action, port: spoken.port ?? 0, ...(spoken.host && { host: spoken.host }) };
  }
  return undefined;
}

/**
 * The number of a port that may be named; undefined where the container has no port of the name.
 *
 * Follows kubernetes pkg/probe/util.go ResolveContainerPort, which looks at the ports of the container alone.
 */
export function portNumberOf(port: number | string, ports: readonly ContainerPort[] = []): number | undefined {
  return typeof port === 'number' ? port : ports.find(({ name }) => name === port)?.containerPort;
}

/** Whether two handlers ask the same question of the same port: named ports count by their numbers. */
export function asksTheSame(one: Handler, other: Handler, ports: readonly ContainerPort[] = []): boolean {
  return isEqual(question(one, ports), question(other, ports));
}

function question({ exec, httpGet, tcpSocket, grpc }: Handler, ports: readonly ContainerPort[]): unknown {
  if (exec) return { exec };
  if (httpGet) return { httpGet: { ...httpGet, port: portNumberOf(httpGet.port ?? 0, ports) ?? httpGet.port } };
  if (tcpSocket)
    return { tcpSocket: { ...tcpSocket, port: portNumberOf(tcpSocket.port ?? 0, ports) ?? tcpSocket.port } };
  return { grpc };
}

/** Whether a process that hangs fails both handlers: they ask the same, or two things of one HTTP or gRPC server. */
export function failTogether(one: Handler, other: Handler, ports: readonly ContainerPort[] = []): boolean {
  if (asksTheSame(one, other, ports)) return true;
  const [left, right] = [handlerPort(one), handlerPort(other)];
  if (!left || !right || left.action !== right.action || left.action === 'tcpSocket') return false;
  return left.host === right.host && portNumberOf(left.port, ports) === portNumberOf(right.port, ports);
}

/** What a probe asks, without its numbers and without the server's defaults. */
export function askedBy({ exec, httpGet, tcpSocket, grpc }: Probe): Probe {
  if (httpGet) {
    const { scheme, ...request } = httpGet;
    return { httpGet: scheme === 'HTTP' || !scheme ? request : httpGet };
  }
  return { ...(exec && { exec }), ...(tcpSocket && { tcpSocket }), ...(grpc && { grpc }) };
}
