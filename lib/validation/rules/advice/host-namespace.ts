import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

const CONSEQUENCES = {
  hostNetwork:
    'the pod has the addresses of its node: it sees all traffic, takes ports from others, and no NetworkPolicy holds',
  hostPID: 'the pod sees the processes of its node, with their environment, and may signal them',
  hostIPC: 'the pod shares memory with the processes of its node',
} as const;

/** What a pod shares with its node instead of having one of its own. */
export const hostNamespaceAdvice = defineAdvice([
  {
    id: 'no-host-namespace',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'A pod uses neither the network, nor the processes, nor the shared memory of its node.',
    why: 'A namespace of its own is most of what separates a container from its node.',
    fix: 'Leave the field out; an agent that needs it says so in a waiver.',
    source: 'k8s.io/pod-security-admission policy/check_hostNamespaces.go hostNamespaces_1_0',
    seeAlso: [
      'kube-linter host-network',
      'kube-linter host-pid',
      'kube-linter host-ipc',
      'Polaris hostNetworkSet',
      'Polaris hostPIDSet',
      'Polaris hostIPCSet',
      'Datree CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE',
      'Datree CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE',
      'Datree CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE',
    ],
    example: { bad: podWith('hostPID: true'), good: podWith('hostPID: false') },
    visit: {
      podSpec(spec, at, report) {
        for (const name of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
          if (spec[name]) report(advice(at.child(name), CONSEQUENCES[name]));
      },
    },
  },
]);
