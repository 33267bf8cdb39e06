import type { Probe } from '../../../kubernetes/generated/decoded';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { askedBy, asksTheSame } from '../../advice/handler-port';
import { windowsOf } from '../../advice/windows-of';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** A start that takes less is nothing unusual; seconds. */
const ORDINARY_START = 10;
/** A start that takes more is not a start; seconds. */
const LONGEST_START = 30 * 60;
/** What is proposed: the longest start that always survives is 2 s less than 30 times 2 s. */
const PROPOSED = { periodSeconds: 2, failureThreshold: 30 };

const LIVENESS = `livenessProbe:
  httpGet:
    path: /healthy
    port: 8080
  periodSeconds: 2`;
const STARTUP = `startupProbe:
  httpGet:
    path: /healthy
    port: 8080`;

/** How much time containers have to start. */
export const probeStartAdvice = defineAdvice([
  {
    id: 'require-startup-probe',
    severity: 'warning',
    summary: `A container with a liveness probe has at least ${ORDINARY_START} s to start, or a startup probe.`,
    why: 'A start that the liveness probe does not wait for is killed, and so is the next one: a crash loop that no bug explains, on the day when the node is slow.',
    fix: 'Add a startup probe that asks the same and may fail for as long as a start can take; the liveness probe waits for it.',
    source: 'kubernetes pkg/kubelet/prober/worker.go doProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample(LIVENESS),
      good: deploymentExample(`${STARTUP}\n  periodSeconds: 2\n  failureThreshold: 30\n${LIVENESS}`),
    },
    visit: {
      probe(probe, at, report, { name, container }) {
        if (name !== 'livenessProbe' || container.startupProbe) return;
        const { slowestStart } = windowsOf(probe);
        if (slowestStart.earliest >= ORDINARY_START) return;
        const detail = `a start that takes longer than ${slowestStart.earliest} s may be killed, one of more than ${slowestStart.latest} s always is, again and again`;
        report(advice(at, detail, { change: changeTo({ startupProbe: { ...askedBy(probe), ...PROPOSED } }) }));
      },
    },
  },
  {
    id: 'valid-startup-window',
    severity: 'warning',
    summary: `A startup probe gives a container between ${ORDINARY_START} s and ${LONGEST_START / 60} min to start.`,
    why: 'A shorter time kills starts that would have succeeded; a longer one leaves a container that never starts unnoticed.',
    fix: 'Choose periodSeconds and failureThreshold so that their product is the longest start that you accept.',
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample(`${STARTUP}\n  periodSeconds: 1`),
      good: deploymentExample(`${STARTUP}\n  periodSeconds: 2\n  failureThreshold: 30`),
    },
    visit: {
      probe(probe, at, report, { name }) {
        if (name !== 'startupProbe') return;
        const { slowestStart, failure, firstProbe } = windowsOf(probe);
        const longest = firstProbe.latest + failure.latest;
        if (slowestStart.earliest >= ORDINARY_START && longest <= LONGEST_START) return;
        const detail =
          longest > LONGEST_START
            ? `a container that never starts is first restarted after ${longest} s (${Math.round(longest / 60)} min)`
            : `a start that takes longer than ${slowestStart.earliest} s may be killed, one of more than ${slowestStart.latest} s always is`;
        report(advice(at, detail, { change: changeTo(PROPOSED) }));
      },
    },
  },
  {
    id: 'no-delay-beside-startup-probe',
    severity: 'info',
    summary: 'A liveness or readiness probe beside a startup probe has no initialDelaySeconds.',
    why: 'The delay counts from the start of the container, as the startup probe does, so that it means nothing once the start took that long, and postpones the probe when the start was quick.',
    fix: 'Remove initialDelaySeconds: the probe begins when the startup probe has succeeded.',
    source: 'kubernetes pkg/kubelet/prober/worker.go doProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample(
        `${STARTUP}\n  failureThreshold: 30\nreadinessProbe:\n  tcpSocket:\n    port: 8080\n  initialDelaySeconds: 15`,
      ),
      good: deploymentExample(`${STARTUP}\n  failureThreshold: 30\nreadinessProbe:\n  tcpSocket:\n    port: 8080`),
    },
    visit: {
      probe(probe, at, report, { name, container }) {
        const { startupProbe, ports } = container;
        const delay = probe.initialDelaySeconds ?? 0;
        if (name === 'startupProbe' || !startupProbe || delay === 0) return;
        const place = at.child('initialDelaySeconds');
        const detail = `does nothing after a start of ${delay} s or more; after a quicker one it only postpones the probe`;
        // A liveness probe that asks something else could kill a container that was not ready for that question yet.
        const isSafe = name === 'readinessProbe' || asksTheSame(probe, startupProbe as Probe, ports);
        report(
          advice(place, detail, {
            value: delay,
            change: changeTo({ [name]: { ...probe, initialDelaySeconds: undefined } }),
            ...(isSafe && { edit: { path: place.segments(), value: undefined } }),
          }),
        );
      },
    },
  },
]);
