import type { ContainerPort } from '../../imports/k8s';
import type { Mistake } from './mistake';

/** A port without its name: the key it stands under is the name. */
export type PortOptions = Omit<ContainerPort, 'name'>;

/** Ports whose names the compiler does not know. */
export type AnyPorts = { readonly [name: string]: unknown };

/** The ports of a container by name: `{ http: 8080 }`, or `{ dns: { containerPort: 53, protocol: 'UDP' } }`. */
export type NamedPorts<P = AnyPorts> = { readonly [Name in keyof P]: number | PortOptions };

/**
 * The ports of a container: by name or, where one has no name, Kubernetes' own list, `[{ containerPort: 8080 }]`.
 * `P` is inferred; only its keys matter: the names.
 */
export type Ports<P = AnyPorts> = NamedPorts<P> | ArrayLike<ContainerPort>;

/**
 * The names of the ports of one container: none when it has no `ports` (`P` is `unknown`), any when they are a list,
 * whose names the compiler does not know.
 */
export type PortName<P> = unknown extends P ? never : P extends ArrayLike<unknown> ? string : Extract<keyof P, string>;

/** The names that a probe or a hook may use for a port of its container; without any, a type that no value has. */
export type KnownPortName<Name extends string> = [Name] extends [never]
  ? Mistake<'this container has no named port'>
  : Name;

/** The list of ports that Kubernetes stores, in the order in which they were written. */
export function containerPorts(ports: Ports): readonly ContainerPort[] {
  if (isList(ports)) return ports;
  return Object.entries(ports).map(([name, port]) =>
    typeof port === 'object' ? { name, ...port } : { name, containerPort: port },
  );
}

function isList(ports: Ports): ports is readonly ContainerPort[] {
  return Array.isArray(ports);
}
