import type { Ingress, Service } from '../../kubernetes/generated/decoded';
import type { Loosened } from './loosened';
import type { ObjectPair } from './object-pair';

/** What a change of a Service or an Ingress makes reachable from outside the cluster. */
export function exposureEffects({ kind, before, after }: ObjectPair): Loosened[] {
  if (!after) return [];
  if (kind.kind === 'Service') return serviceEffects(before ?? {}, after);
  return kind.kind === 'Ingress' ? ingressEffects(before, after) : [];
}

/** From the least to the most exposed. */
const REACH = ['ExternalName', 'ClusterIP', 'NodePort', 'LoadBalancer'];

function serviceEffects(before: Service, after: Service): Loosened[] {
  const [old, young] = [before.spec ?? {}, after.spec ?? {}];
  const loosened: Loosened[] = [];
  const [from, to] = [REACH.indexOf(old.type ?? 'ClusterIP'), REACH.indexOf(young.type ?? 'ClusterIP')];
  if (to > from && to > REACH.indexOf('ClusterIP'))
    loosened.push({ detail: `is reachable from outside the cluster (${young.type})`, field: 'spec.type' });
  const addresses = (young.externalIPs ?? []).filter((address) => !old.externalIPs?.includes(address));
  if (addresses.length > 0)
    loosened.push({ detail: `is reachable at ${addresses.join(', ')}`, field: 'spec.externalIPs' });
  if (old.type === 'LoadBalancer' && young.type === 'LoadBalancer' && isWider(old, young))
    loosened.push({ detail: 'takes traffic from more addresses', field: 'spec.loadBalancerSourceRanges' });
  return loosened;
}

function isWider(before: NonNullable<Service['spec']>, after: NonNullable<Service['spec']>): boolean {
  const [old, young] = [before.loadBalancerSourceRanges ?? [], after.loadBalancerSourceRanges ?? []];
  return old.length > 0 && (young.length === 0 || young.some((range) => !old.includes(range)));
}

function ingressEffects(before: Ingress | undefined, after: Ingress): Loosened[] {
  const known = new Set(before ? routesOf(before) : []);
  const routes = routesOf(after).filter((route) => !known.has(route));
  const loosened: Loosened[] = routes.map((route) => ({ detail: `exposes ${route}`, field: 'spec.rules' }));
  const served = (after.spec?.rules ?? []).map(({ host }) => host);
  const open = securedHosts(before).filter((host) => served.includes(host) && !securedHosts(after).includes(host));
  for (const host of open) loosened.push({ detail: `${host} is served without TLS`, field: 'spec.tls' });
  return loosened;
}

function routesOf({ spec }: Ingress): string[] {
  const rules = (spec?.rules ?? []).flatMap(({ host, http }) =>
    (http?.paths ?? []).map(({ path }) => `${host ?? 'every host'}${path ?? '/'}`),
  );
  return spec?.defaultBackend ? [...rules, 'everything else'] : rules;
}

function securedHosts(ingress: Ingress | undefined): string[] {
  return (ingress?.spec?.tls ?? []).flatMap(({ hosts }) => hosts ?? []);
}
