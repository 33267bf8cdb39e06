import type { Container, EphemeralContainer, PodSpec } from '../../../kubernetes/generated/decoded';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** The containers of a pod that are processes of a Windows node. */
export const hostProcessRules = defineRules([
  {
    id: 'valid-host-process',
    summary: 'hostProcess of a container is the same as that of its pod, where both are set.',
    why: 'The pod value is meant for all of its containers.',
    fix: 'Remove one of the two, or make them equal.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsHostProcessPod',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { securityContext: { windowsOptions: { hostProcess: false } }, hostNetwork: true, containers: [{ name: app, image: a, securityContext: { windowsOptions: { hostProcess: true } } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { securityContext: { windowsOptions: { hostProcess: true } }, hostNetwork: true, containers: [{ name: app, image: a, securityContext: { windowsOptions: { hostProcess: true } } }] }',
    },
    visit: {
      container(container, at, report, { podSpec }) {
        const own = hostProcessOf(container);
        const inherited = hostProcessOf(podSpec);
        if (own !== undefined && inherited !== undefined && own !== inherited)
          report(
            invalid(
              at.down('securityContext', 'windowsOptions', 'hostProcess'),
              own,
              `must be identical to that of the pod, which is ${inherited}`,
            ),
          );
      },
    },
  },
  {
    id: 'require-host-process-everywhere',
    summary: 'Of the containers of a pod, either all are hostProcess containers or none.',
    why: 'Windows cannot run both kinds in one pod.',
    fix: 'Set hostProcess in the securityContext of the pod rather than of single containers.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsHostProcessPod',
    example: {
      bad: 'hostNetwork: true\ncontainers: [{ name: app, image: a, securityContext: { windowsOptions: { hostProcess: true } } }, { name: proxy, image: b }]',
      good: 'hostNetwork: true\nsecurityContext: { windowsOptions: { hostProcess: true } }\ncontainers: [{ name: app, image: a }, { name: proxy, image: b }]',
    },
    visit: {
      podSpec(podSpec, at, report) {
        if (someContainer(podSpec, runsAsHostProcess) && someContainer(podSpec, runsInContainer))
          report(invalid(at, '', 'must have only hostProcess containers if it has any'));
      },
    },
  },
  {
    id: 'require-host-network-for-host-process',
    summary: 'A pod with hostProcess containers has hostNetwork: true.',
    why: 'They run as processes of the node, in its network.',
    fix: 'Set hostNetwork: true.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateWindowsHostProcessPod',
    example: {
      bad: 'securityContext: { windowsOptions: { hostProcess: true } }',
      good: 'securityContext: { windowsOptions: { hostProcess: true } }\nhostNetwork: true',
    },
    visit: {
      podSpec(podSpec, at, report) {
        if (!podSpec.hostNetwork && someContainer(podSpec, runsAsHostProcess))
          report(invalid(at.child('hostNetwork'), false, 'must be true if the pod has hostProcess containers'));
      },
    },
  },
]);

type AnyContainer = Container | EphemeralContainer;

function hostProcessOf({ securityContext }: AnyContainer | PodSpec): boolean | undefined {
  return securityContext?.windowsOptions?.hostProcess;
}

function runsAsHostProcess(container: AnyContainer, podSpec: PodSpec): boolean {
  return hostProcessOf(container) ?? hostProcessOf(podSpec) ?? false;
}

function runsInContainer(container: AnyContainer, podSpec: PodSpec): boolean {
  return !runsAsHostProcess(container, podSpec);
}

function someContainer(podSpec: PodSpec, test: (container: AnyContainer, podSpec: PodSpec) => boolean): boolean {
  const { containers, initContainers, ephemeralContainers } = podSpec;
  for (const list of [containers, initContainers, ephemeralContainers])
    if (list) for (const container of list) if (test(container, podSpec)) return true;
  return false;
}
