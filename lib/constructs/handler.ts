import type { ExecAction, GRPCAction, HTTPGetAction, SleepAction, TCPSocketAction } from '../../imports/k8s';
import type { KnownPortName } from './port';

/** An HTTP request to a port of the container. */
export interface HttpGet<Name extends string = string> extends Omit<HTTPGetAction, 'port'> {
  /** The number of the port (1 to 65535), or its name in this container. */
  readonly port: number | KnownPortName<Name>;
}

/** A TCP connection to a port of the container. */
export interface TcpSocket<Name extends string = string> extends Omit<TCPSocketAction, 'port'> {
  /** The number of the port (1 to 65535), or its name in this container. */
  readonly port: number | KnownPortName<Name>;
}

/** The ways in which the kubelet can ask a container how it is. */
export interface ProbeHandlers<Name extends string = string> {
  /** Runs a command in the container; exit code 0 is success. */
  readonly exec: ExecAction;
  /** Asks the standard gRPC health service; the port is a number, names are not resolved. */
  readonly grpc: GRPCAction;
  /** Sends an HTTP GET; a status from 200 to 399 is success. */
  readonly httpGet: HttpGet<Name>;
  /** Opens a TCP connection; an open port is success. */
  readonly tcpSocket: TcpSocket<Name>;
}

/** The actions that the kubelet can take when a container starts or before it stops. */
export interface LifecycleHandlers<Name extends string = string> {
  /** Runs a command in the container. */
  readonly exec: ExecAction;
  /** Sends an HTTP GET. */
  readonly httpGet: HttpGet<Name>;
  /** Waits for a number of seconds. */
  readonly sleep: SleepAction;
  /** Accepted by the server, refused by the kubelet: the hook always fails. */
  readonly tcpSocket: TcpSocket<Name>;
}
