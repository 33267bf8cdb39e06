import type { Container, PodSpec } from '../../kubernetes/generated/decoded';

/** Whether an init container is a native sidecar, which goes on while the pod runs. */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

/**
 * Whether a container that ended with this code is to run again.
 *
 * Follows kubernetes pkg/api/v1/pod/util.go ContainerShouldRestart: the container's own rules, then its own policy, then
 * the pod's.
 */
export function shouldRestart(container: Container, spec: PodSpec, exitCode: number): boolean {
  for (const rule of container.restartPolicyRules ?? []) {
    const listed = rule.exitCodes?.values?.includes(exitCode) ?? false;
    if (rule.action === 'Restart' && listed === (rule.exitCodes?.operator !== 'NotIn')) return true;
  }
  switch (container.restartPolicy ?? spec.restartPolicy) {
    case 'Never':
      return false;
    case 'OnFailure':
      return exitCode !== 0;
    default:
      return true;
  }
}

/** As `shouldRestart`, for an init container: one that succeeded is done, under any policy, unless it is a sidecar. */
export function shouldRestartInit(container: Container, spec: PodSpec, exitCode: number): boolean {
  return isSidecar(container) || (exitCode !== 0 && shouldRestart(container, spec, exitCode));
}
