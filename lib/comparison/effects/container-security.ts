import type { Container, EphemeralContainer, PodSpec } from '../../kubernetes/generated/decoded';
import type { Loosened } from './loosened';

/** A finding about a container, with a field of the container. */
type ContainerFact = Required<Loosened>;

/** What a container may do beyond what containers usually may; phrases follow the container's name. */
export function containerGrants(container: Container | EphemeralContainer, pod: PodSpec): ContainerFact[] {
  const context = container.securityContext ?? {};
  const grants: ContainerFact[] = [];
  const grant = (detail: string, field: string) => grants.push({ detail, field });
  if (context.privileged) grant('is privileged', 'securityContext.privileged');
  for (const capability of context.capabilities?.add ?? [])
    grant(`has the capability ${capability}`, 'securityContext.capabilities.add');
  if ((context.runAsUser ?? pod.securityContext?.runAsUser) === 0) grant('runs as root', 'securityContext.runAsUser');
  if (context.procMount === 'Unmasked') grant('sees all of /proc', 'securityContext.procMount');
  if (context.windowsOptions?.hostProcess ?? pod.securityContext?.windowsOptions?.hostProcess)
    grant('is a process of its Windows node', 'securityContext.windowsOptions.hostProcess');
  if (seccompOf(container, pod) === 'Unconfined')
    grant('may make any system call (seccomp Unconfined)', 'securityContext.seccompProfile');
  if (appArmorOf(container, pod) === 'Unconfined')
    grant('is not confined by AppArmor', 'securityContext.appArmorProfile');
  for (const { hostPort } of container.ports ?? [])
    if (hostPort) grant(`listens on port ${hostPort} of the node`, 'ports');
  return grants;
}

/** The protections of a container, as the phrases for their loss. */
export function containerGuards(container: Container | EphemeralContainer, pod: PodSpec): ContainerFact[] {
  const context = container.securityContext ?? {};
  const guards: ContainerFact[] = [];
  const guard = (detail: string, field: string) => guards.push({ detail, field });
  if (context.allowPrivilegeEscalation === false)
    guard('may gain privileges', 'securityContext.allowPrivilegeEscalation');
  if (context.readOnlyRootFilesystem)
    guard('may write to its root file system', 'securityContext.readOnlyRootFilesystem');
  for (const capability of context.capabilities?.drop ?? [])
    guard(`no longer drops the capability ${capability}`, 'securityContext.capabilities.drop');
  const user = context.runAsUser ?? pod.securityContext?.runAsUser;
  const isNotRoot = context.runAsNonRoot ?? pod.securityContext?.runAsNonRoot ?? false;
  if (isNotRoot || (user !== undefined && user > 0)) guard('may run as root', 'securityContext.runAsNonRoot');
  if (isProfile(seccompOf(container, pod)))
    guard('is no longer confined by a seccomp profile', 'securityContext.seccompProfile');
  if (isProfile(appArmorOf(container, pod)))
    guard('no longer asks for an AppArmor profile', 'securityContext.appArmorProfile');
  return guards;
}

function seccompOf(container: Container | EphemeralContainer, pod: PodSpec): string | undefined {
  return (container.securityContext?.seccompProfile ?? pod.securityContext?.seccompProfile)?.type;
}

function appArmorOf(container: Container | EphemeralContainer, pod: PodSpec): string | undefined {
  return (container.securityContext?.appArmorProfile ?? pod.securityContext?.appArmorProfile)?.type;
}

function isProfile(type: string | undefined): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost';
}
