import type { Probe } from '../../../kubernetes/generated/decoded';
import type { Window } from '../../../simulation/windows';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { askedBy, asksTheSame, failTogether, handlerPort } from '../../advice/handler-port';
import { inSeconds } from '../../advice/in-seconds';
import { windowsOf } from '../../advice/windows-of';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';
import type { ContainerContext } from '../../nodes';

/** How many times as long a container may fail its liveness probe as its readiness probe, in what is proposed. */
const PATIENCE = 3;

const READINESS = 'readinessProbe:\n  httpGet:\n    path: /ready\n    port: 8080\n  periodSeconds: 5';
const liveness = (path: string, numbers: string) =>
  deploymentExample(`livenessProbe:\n  httpGet:\n    path: ${path}\n    port: 8080\n${numbers}\n${READINESS}`);

/** Whether a restart is the right answer to what the probes see. */
export const probePurposeAdvice = defineAdvice([
  {
    id: 'no-identical-probes',
    severity: 'warning',
    summary: 'The liveness probe is not the readiness probe once more: it asks something else, or is more patient.',
    why: 'A container that is merely busy is killed at the moment in which it would have been left alone, so that the readiness probe has no effect.',
    fix: 'Give the liveness probe a higher failureThreshold, or a question that only a container beyond help answers wrongly.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: ['kube-score pod-probes-identical'],
    profiles: ['recommended'],
    example: { bad: liveness('/ready', '  periodSeconds: 5'), good: liveness('/healthy', '  periodSeconds: 10') },
    visit: {
      container({ livenessProbe, readinessProbe, ports }, at, report, context) {
        if (!livenessProbe || !readinessProbe || !hasSameNumbers(livenessProbe, readinessProbe)) return;
        if (!isProbed(context) || !asksTheSame(livenessProbe, readinessProbe, ports)) return;
        const failureThreshold = PATIENCE * (readinessProbe.failureThreshold ?? 3);
        const detail = `asks what readinessProbe asks, as often: after ${inSeconds(windowsOf(livenessProbe).failure)} of wrong answers the container is not taken out of its Services but killed`;
        report(
          advice(at.child('livenessProbe'), detail, { change: changeTo({ livenessProbe: { failureThreshold } }) }),
        );
      },
    },
  },
  {
    id: 'no-liveness-before-readiness',
    severity: 'warning',
    summary: 'A container that hangs is taken out of its Services before it is killed.',
    why: 'The liveness probe gives up first: the readiness probe, which costs nothing, never gets its turn.',
    fix: 'Let the readiness probe give up first: a smaller periodSeconds or failureThreshold there, or larger ones on the liveness probe.',
    source: 'kubernetes pkg/kubelet/prober/worker.go doProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: { bad: liveness('/healthy', '  periodSeconds: 4'), good: liveness('/healthy', '  periodSeconds: 10') },
    visit: {
      container({ livenessProbe, readinessProbe, ports }, at, report, context) {
        if (!livenessProbe || !readinessProbe || !isProbed(context)) return;
        const [killed, unready] = [windowsOf(livenessProbe).hang, windowsOf(readinessProbe).hang];
        if (!isBefore(killed, unready) || !failTogether(livenessProbe, readinessProbe, ports)) return;
        const period = livenessProbe.periodSeconds ?? 10;
        const failureThreshold = Math.ceil(unready.latest / period) + 1;
        const detail = `kills a container that hangs after ${inSeconds(killed)}; readinessProbe would take it out of its Services after ${inSeconds(unready)}`;
        report(
          advice(at.child('livenessProbe'), detail, { change: changeTo({ livenessProbe: { failureThreshold } }) }),
        );
      },
    },
  },
  {
    id: 'no-dependency-in-liveness-probe',
    severity: 'info',
    summary: 'A liveness probe does not ask whether what the container depends on is there.',
    why: 'While a database is away, all replicas are restarted in a loop, which makes nothing better and its return harder.',
    fix: 'Ask the readiness probe for dependencies; let the liveness probe ask whether the process itself is beyond help.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: [],
    profiles: ['recommended'],
    example: { bad: liveness('/health/db', '  periodSeconds: 10'), good: liveness('/healthy', '  periodSeconds: 10') },
    visit: {
      probe(probe, at, report, { name }) {
        const path = probe.httpGet?.path ?? '';
        const word = name === 'livenessProbe' ? dependencyIn(path) : undefined;
        if (!word) return;
        const detail = `speaks of ${word}: while that is away, every replica is killed after ${inSeconds(windowsOf(probe).failure)} and then again and again`;
        report(advice(at.down('httpGet', 'path'), detail, { value: path }));
      },
    },
  },
  {
    id: 'require-liveness-probe',
    severity: 'info',
    summary: 'A container that runs for ever and tells whether it is ready also has a liveness probe.',
    why: 'After a deadlock the readiness probe takes it out of its Services, and nothing ever brings it back.',
    fix: 'Add a liveness probe that is more patient than the readiness probe, unless the process ends by itself when it is beyond help.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: [
      'kube-linter no-liveness-probe',
      'kube-score pod-probes',
      'Polaris livenessProbeMissing',
      'Datree CONTAINERS_MISSING_LIVENESSPROBE_KEY',
    ],
    profiles: ['recommended'],
    example: { bad: deploymentExample(READINESS), good: liveness('/healthy', '  periodSeconds: 10') },
    visit: {
      container({ livenessProbe, readinessProbe }, at, report, context) {
        if (livenessProbe || !readinessProbe || !isProbed(context) || !runsForEver(context)) return;
        if (!handlerPort(readinessProbe)) return;
        const { failure } = windowsOf(readinessProbe);
        const failureThreshold = PATIENCE * (readinessProbe.failureThreshold ?? 3);
        const { periodSeconds } = readinessProbe;
        const detail = `after a deadlock the container is taken out of its Services within ${inSeconds(failure)}, and stays out until somebody deletes the pod`;
        const livenessProbe_ = { ...askedBy(readinessProbe), periodSeconds, failureThreshold };
        report(advice(at.child('livenessProbe'), detail, { change: changeTo({ livenessProbe: livenessProbe_ }) }));
      },
    },
  },
]);

/** The server looks at the probes of these only. */
function isProbed({ role }: ContainerContext): boolean {
  return role === 'app' || role === 'sidecar';
}

/** A pod of a Job, or one that says so, comes to an end. */
function runsForEver({ podSpec, role }: ContainerContext): boolean {
  return role === 'sidecar' || (podSpec.restartPolicy ?? 'Always') === 'Always';
}

function hasSameNumbers(one: Probe, other: Probe): boolean {
  return (['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const).every(
    (field) => one[field] === other[field],
  );
}

function isBefore(one: Window, other: Window): boolean {
  return one.earliest < other.earliest && one.latest < other.latest;
}

const DEPENDENCY =
  /^(ready|readyz|readiness|db|database|sql|mysql|mariadb|postgres|postgresql|mongo|mongodb|redis|cache|kafka|rabbitmq|queue|broker|upstream|dependency|dependencies)$/i;

/** The part of a path that names a dependency, or readiness, which means them. */
function dependencyIn(path: string): string | undefined {
  return path
    .split(/[?#]/)[0]
    ?.split('/')
    .find((part) => DEPENDENCY.test(part));
}
