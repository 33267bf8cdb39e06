import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** Ports of the node that a container takes. */
export const hostPortAdvice = defineAdvice([
  {
    id: 'no-host-port',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No container takes a port of its node.',
    why: 'Each node runs at most one such pod, so replicas wait for free nodes; and the port is open to whoever reaches the node.',
    fix: 'Leave hostPort out, and reach the pods through a Service.',
    source: 'k8s.io/pod-security-admission policy/check_hostPorts.go hostPorts_1_0',
    seeAlso: ['Polaris hostPortSet', 'Datree CONTAINERS_INCORRECT_KEY_HOSTPORT'],
    example: {
      bad: podWithContainer('ports:\n  - containerPort: 8080\n    hostPort: 8080'),
      good: podWithContainer('ports:\n  - containerPort: 8080'),
    },
    visit: {
      containerPort({ hostPort }, at, report, { podSpec }) {
        if (!hostPort || podSpec.hostNetwork) return; // in the network of the node the server sets it, see no-host-namespace
        report(advice(at.child('hostPort'), `each node runs at most one pod that takes its port ${hostPort}`));
      },
    },
  },
]);
