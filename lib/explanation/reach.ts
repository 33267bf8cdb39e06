import type { HeldObject } from '../graph/held-object';
import { selectedPods } from '../graph/selected-pods';
import { declaredPorts, serviceTarget } from '../graph/service-target';
import type { Ingress, Service } from '../kubernetes/generated/decoded';
import { isOnNodes } from '../kubernetes/service';
import { type Admitted, admittedTo, ingressPolicies } from './ingress-rules';

/** One way to a pod through a Service. */
export interface ServiceWay {
  /** `web:80`, with the name of the Service. */
  readonly address: string;
  readonly protocol: string;
  /** The port of the pod; undefined when it has none of that name: the Service leads nowhere. */
  readonly port?: number;
  readonly container?: string;
  /** From where beside the cluster: `every node`, `a load balancer`, or the hosts and paths of an Ingress. */
  readonly outside: readonly string[];
}

/** A port that a pod declares, and who may open connections to it. */
export interface ReachedPort extends Admitted {
  readonly container: string;
  readonly port: number;
  readonly protocol: string;
  readonly name?: string;
}

/** Who may reach the pods of a workload, as far as the objects beside it tell. */
export interface Reach {
  readonly services: readonly ServiceWay[];
  readonly ports: readonly ReachedPort[];
  /** The NetworkPolicies that limit it; none: everyone in the cluster may. */
  readonly policies: readonly string[];
  /** Pods in the network of their node are not subject to NetworkPolicies in most clusters. */
  readonly hostNetwork: boolean;
}

/** Who may reach the pods of a workload through Services, Ingresses and NetworkPolicies. */
export function reachOf(workload: HeldObject, objects: readonly HeldObject[]): Reach {
  const spec = workload.pod?.spec ?? {};
  const policies = ingressPolicies(workload, objects);
  return {
    services: objects
      .filter(({ kind, namespace }) => kind === 'Service' && namespace === workload.namespace)
      .flatMap((service) => serviceWays(service, workload, objects)),
    ports: declaredPorts(spec).map((port) => ({
      container: port.container,
      port: port.containerPort,
      protocol: port.protocol,
      ...(port.name !== undefined && { name: port.name }),
      ...admittedTo(port, policies),
    })),
    policies: policies.map(({ metadata }) => metadata?.name ?? ''),
    hostNetwork: spec.hostNetwork === true,
  };
}

function serviceWays(service: HeldObject, workload: HeldObject, objects: readonly HeldObject[]): ServiceWay[] {
  const { spec = {} } = service.object as Service;
  const { selector = {}, type, ports = [] } = spec;
  const isFor =
    type !== 'ExternalName' &&
    Object.keys(selector).length > 0 &&
    selectedPods({ matchLabels: selector }, service.namespace, [workload]).length > 0;
  if (!isFor) return [];
  return ports.map((port) => ({
    address: `${service.name}:${port.port}`,
    protocol: port.protocol ?? 'TCP',
    ...serviceTarget(port, workload.pod?.spec ?? {}),
    outside: [
      ...(isOnNodes(spec) ? [`every node${port.nodePort ? `, port ${port.nodePort}` : ''}`] : []),
      ...(type === 'LoadBalancer' ? ['a load balancer'] : []),
      ...ingressRoutes(service, port, objects),
    ],
  }));
}

function ingressRoutes(
  { name: service, namespace }: HeldObject,
  { name, port }: { readonly name?: string; readonly port?: number },
  objects: readonly HeldObject[],
): string[] {
  return objects.flatMap((object) => {
    if (object.kind !== 'Ingress' || object.namespace !== namespace) return [];
    const { rules = [], defaultBackend } = (object.object as Ingress).spec ?? {};
    const leadsHere = (backend: typeof defaultBackend) => {
      const wanted = backend?.service;
      return wanted?.name === service && (wanted.port?.name ? wanted.port.name === name : wanted.port?.number === port);
    };
    const routes = rules.flatMap(({ host = '*', http }) =>
      (http?.paths ?? []).filter(({ backend }) => leadsHere(backend)).map(({ path = '/' }) => `${host}${path}`),
    );
    return [...routes, ...(leadsHere(defaultBackend) ? ['all else'] : [])].map(
      (route) => `Ingress/${object.name}: ${route}`,
    );
  });
}
