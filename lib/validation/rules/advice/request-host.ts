import type { HTTPGetAction, TCPSocketAction } from '../../../kubernetes/generated/decoded';
import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { Report } from '../../rule';

/** The first minor whose Pod Security Standards look at hosts. */
const SINCE = 34;

/** Whom the requests of probes and hooks go to. */
export const requestHostAdvice = defineAdvice([
  {
    id: 'no-request-host',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'The requests of probes and lifecycle hooks go to the pod itself: they have no host.',
    why: 'The kubelet sends them, from the network of the node: a host lets the author of a pod knock at doors that only nodes reach, and the answer of another server says nothing about this container.',
    fix: 'Leave host out, and write a Host header into httpHeaders where the server wants one.',
    source:
      'k8s.io/pod-security-admission policy/check_hostProbesAndhostLifecycle.go hostProbesAndHostLifecycleV1Dot34; KEP-4940',
    since: SINCE,
    seeAlso: [],
    example: {
      bad: podWithContainer('livenessProbe:\n  httpGet:\n    host: 127.0.0.1\n    port: 8080'),
      good: podWithContainer('livenessProbe:\n  httpGet:\n    port: 8080'),
    },
    visit: {
      probe: check,
      lifecycleHandler: check,
    },
  },
]);

function check(
  action: { readonly httpGet?: HTTPGetAction; readonly tcpSocket?: TCPSocketAction },
  at: FieldPath,
  report: Report,
): void {
  for (const name of ['httpGet', 'tcpSocket'] as const) {
    const host = action[name]?.host;
    if (host) report(advice(at.down(name, 'host'), `the kubelet asks ${host}, not the container`));
  }
}
