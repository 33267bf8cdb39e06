import type { Container, EphemeralContainer, PodSpec } from '../../kubernetes/generated/decoded';
import { containerGrants, containerGuards } from './container-security';
import type { Loosened } from './loosened';
import { containersOf, type PodPair } from './object-pair';

/**
 * What pods may newly do, and which protections they lose.
 *
 * A permission counts also in a pod or container that is new; the loss of a protection only where there was one.
 * The fields are those of the Pod Security Standards, kubernetes pod-security-admission policy/check_*.go.
 */
export function podSecurityEffects(pods: PodPair): Loosened[] {
  const { field, before, after } = pods;
  if (!after) return [];
  return [
    ...news(before ? podGrants(before, field) : [], podGrants(after, field)),
    ...(before ? news(lacks(before, field), lacks(after, field)) : []),
    ...containersOf(pods).flatMap((pair) => containerEffects(pair, before, after)),
  ];
}

function containerEffects(
  { name, field, ...pair }: { name: string; field: string; before?: AnyContainer; after?: AnyContainer },
  before: PodSpec | undefined,
  after: PodSpec,
): Loosened[] {
  if (!pair.after) return [];
  const granted = news(
    pair.before ? containerGrants(pair.before, before ?? {}) : [],
    containerGrants(pair.after, after),
  );
  const kept = new Set(containerGuards(pair.after, after).map(({ detail }) => detail));
  const lost = pair.before ? containerGuards(pair.before, before ?? {}).filter(({ detail }) => !kept.has(detail)) : [];
  return [...granted, ...lost].map((one) => ({
    detail: `container ${name} ${one.detail}`,
    field: `${field}.${one.field}`,
  }));
}

type AnyContainer = Container | EphemeralContainer;

function news(before: readonly Loosened[], after: readonly Loosened[]): Loosened[] {
  const known = new Set(before.map(({ detail }) => detail));
  return after.filter(({ detail }) => !known.has(detail));
}

function podGrants(spec: PodSpec, field: string): Loosened[] {
  const grants: Loosened[] = [];
  for (const [name, what] of Object.entries(HOST_NAMESPACES))
    if (spec[name as keyof typeof HOST_NAMESPACES]) grants.push({ detail: what, field: `${field}.${name}` });
  for (const { name, hostPath } of spec.volumes ?? [])
    if (hostPath) {
      const detail = `volume ${name} is ${hostPath.path} of the node`;
      grants.push({ detail, field: `${field}.volumes[name=${name}]` });
    }
  for (const { name } of spec.securityContext?.sysctls ?? [])
    grants.push({ detail: `pods set the kernel parameter ${name}`, field: `${field}.securityContext.sysctls` });
  return grants;
}

const HOST_NAMESPACES = {
  hostNetwork: 'pods use the network of the node',
  hostPID: 'pods see the processes of the node',
  hostIPC: 'pods share memory with the processes of the node',
} as const;

/** Protections of a pod that it does not have. */
function lacks(spec: PodSpec, field: string): Loosened[] {
  const lacking: Loosened[] = [];
  if (spec.hostUsers !== false)
    lacking.push({ detail: 'the users of the containers are users of the node', field: `${field}.hostUsers` });
  if (spec.automountServiceAccountToken !== false) {
    const detail = 'containers get the token of the service account';
    lacking.push({ detail, field: `${field}.automountServiceAccountToken` });
  }
  return lacking;
}
