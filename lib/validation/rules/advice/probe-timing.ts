import type { Probe } from '../../../kubernetes/generated/decoded';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { inSeconds } from '../../advice/in-seconds';
import { windowsOf } from '../../advice/windows-of';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';
import { said } from '../../said';

/** A pause of a healthy process that is nothing unusual: garbage collection, a slow disk, a busy node; seconds. */
const ORDINARY_PAUSE = 10;
/** A process that starts more often than that, in each pod, costs more than it tells; seconds. */
const FREQUENT = 5;
/** Time enough to start a process on a busy node; seconds. */
const PROPOSED_TIMEOUT = 5;

const TIMING = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const;

const http = (name: string, numbers: string) =>
  deploymentExample(`${name}:\n  httpGet:\n    path: /healthy\n    port: 8080\n${numbers}`);
const exec = (numbers: string) =>
  deploymentExample(`livenessProbe:\n  exec:\n    command: [cat, /tmp/healthy]\n${numbers}`);

/** What the numbers of a probe amount to while the container runs. */
export const probeTimingAdvice = defineAdvice([
  {
    id: 'no-hasty-liveness-probe',
    severity: 'warning',
    summary: `A container may hang for ${ORDINARY_PAUSE} s before its liveness probe has it killed.`,
    why: 'A pause that would have passed by itself becomes a restart, and under load all replicas pause at once.',
    fix: 'Raise failureThreshold or periodSeconds; let a readiness probe be the quick one, which restarts nothing.',
    source: 'kubernetes pkg/kubelet/prober/worker.go doProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: { bad: http('livenessProbe', '  periodSeconds: 1'), good: http('livenessProbe', '  periodSeconds: 5') },
    visit: {
      probe(probe, at, report, { name }) {
        if (name !== 'livenessProbe') return;
        const { hang } = windowsOf(probe);
        if (hang.latest >= ORDINARY_PAUSE) return;
        const period = Math.max(probe.periodSeconds ?? 0, probe.timeoutSeconds ?? 0, 1);
        const failureThreshold = Math.ceil(ORDINARY_PAUSE / period);
        const detail = `killed ${inSeconds(hang)} after it begins to hang: a pause of more than ${hang.earliest} s may be its last`;
        report(advice(at, detail, { change: changeTo({ failureThreshold }) }));
      },
    },
  },
  {
    id: 'valid-probe-timeout',
    severity: 'warning',
    summary: 'The timeout of a probe is not longer than its period.',
    why: 'The next probe waits for the one that hangs, so that a hang is noticed later than periodSeconds and failureThreshold say.',
    fix: 'Raise periodSeconds to timeoutSeconds, or lower timeoutSeconds.',
    source: 'kubernetes pkg/kubelet/prober/worker.go run, doProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: http('readinessProbe', '  periodSeconds: 5\n  timeoutSeconds: 10'),
      good: http('readinessProbe', '  periodSeconds: 10\n  timeoutSeconds: 5'),
    },
    visit: {
      probe(probe, at, report) {
        const { periodSeconds: period = 10, timeoutSeconds: timeout = 1, failureThreshold: failures = 3 } = probe;
        if (timeout <= period) return;
        const detail = `is longer than periodSeconds (${period}): a hang is noticed after ${inSeconds(windowsOf(probe).hang)}, not after the ${failures * period} s that failureThreshold times periodSeconds promises`;
        report(
          advice(at.child('timeoutSeconds'), detail, { value: timeout, change: changeTo({ periodSeconds: timeout }) }),
        );
      },
    },
  },
  {
    id: 'require-exec-probe-timeout',
    severity: 'warning',
    summary: 'An exec probe says how long its command may take.',
    why: 'The default of 1 s includes the start of the process, which takes longer on a busy node: the probe then fails though the container is well.',
    fix: 'Write timeoutSeconds with a number that the command keeps to on a busy node.',
    source: 'kubernetes pkg/kubelet/prober/prober.go runProbe, pkg/apis/core/v1/defaults.go SetDefaults_Probe',
    seeAlso: ['Datree CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE'],
    profiles: ['recommended'],
    example: { bad: exec(''), good: exec('  timeoutSeconds: 5') },
    visit: {
      probe(probe, at, report, { name, given }) {
        if (!probe.exec || said(given, at.child('timeoutSeconds')) !== undefined) return;
        const failures = probe.failureThreshold ?? 3;
        const times = failures === 1 ? 'one command' : `${failures} commands in a row`;
        const then = name === 'readinessProbe' ? 'take the pod out of its Services' : 'kill the container';
        const detail = `is 1 s by default, with the start of the process: ${times} slower than that ${then}`;
        report(advice(at.child('timeoutSeconds'), detail, { change: changeTo({ timeoutSeconds: PROPOSED_TIMEOUT }) }));
      },
    },
  },
  {
    id: 'no-frequent-exec-probe',
    severity: 'info',
    summary: `An exec probe starts its process no more often than every ${FREQUENT} s.`,
    why: 'Each probe is a new process in the container, on the account of its CPU and memory limits, in every replica.',
    fix: 'Raise periodSeconds, or ask over httpGet, tcpSocket or grpc, which start no process.',
    source: 'kubernetes pkg/kubelet/prober/prober.go runProbe',
    seeAlso: [],
    profiles: ['recommended'],
    example: {
      bad: exec('  periodSeconds: 1\n  failureThreshold: 10\n  timeoutSeconds: 1'),
      good: exec('  periodSeconds: 5\n  timeoutSeconds: 1'),
    },
    visit: {
      probe(probe, at, report, { object }) {
        const period = probe.periodSeconds ?? 10;
        if (!probe.exec || period >= FREQUENT) return;
        const aMinute = Math.round(60 / period);
        const { replicas } = (object.spec ?? {}) as { readonly replicas?: number };
        const inAll = replicas && replicas > 1 ? `, ${aMinute * replicas} in ${replicas} replicas` : '';
        const failureThreshold = Math.max(1, Math.round(((probe.failureThreshold ?? 3) * period) / FREQUENT));
        report(
          advice(at.child('periodSeconds'), `starts ${aMinute} processes a minute in each pod${inAll}`, {
            value: period,
            change: changeTo({ periodSeconds: FREQUENT, failureThreshold }),
          }),
        );
      },
    },
  },
  {
    id: 'require-explicit-probe-timing',
    severity: 'info',
    summary: 'A probe writes its numbers instead of leaving them to the defaults.',
    why: 'Nobody who reads the manifest sees how long a hang may last.',
    fix: 'Write the numbers, even if they are the defaults.',
    source: 'kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Probe',
    seeAlso: [
      'Datree CONTAINERS_INCORRECT_PERIODSECONDS_VALUE',
      'Datree CONTAINERS_INCORRECT_FAILURETHRESHOLD_VALUE',
      'Datree CONTAINERS_INCORRECT_INITIALDELAYSECONDS_VALUE',
      'Datree CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE',
    ],
    profiles: [],
    example: {
      bad: http('livenessProbe', ''),
      good: http('livenessProbe', '  periodSeconds: 10\n  timeoutSeconds: 1\n  failureThreshold: 3'),
    },
    visit: {
      probe(probe, at, report, { given }) {
        const written = said(given, at) as Partial<Record<string, unknown>> | undefined;
        const left: Probe = {};
        for (const field of TIMING) {
          const value = probe[field];
          if (value !== undefined && (written?.[field] ?? undefined) === undefined)
            Object.assign(left, { [field]: value });
        }
        const names = Object.keys(left);
        if (names.length === 0) return;
        const { hang } = windowsOf(probe);
        const detail = `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} left to the default: a hang is noticed after ${inSeconds(hang)}`;
        const edit = Object.entries(left).map(([field, value]) => ({ path: [...at.segments(), field], value }));
        report(advice(at, detail, { change: changeTo({ ...left }), edit }));
      },
    },
  },
]);
