import type { Container, PodSpec, Probe } from '../../../kubernetes/generated/decoded';
import { fencepostsOf } from '../../../simulation/controllers/deployment/scaled-value';
import { probeWindows, type Window } from '../../../simulation/windows';
import { deploymentExample } from '../../advice/examples';
import { changeTo } from '../../advice/fragment';
import { defineAdvice } from '../../advice-rule';
import { FieldPath } from '../../field-path';
import { advice } from '../../finding';

const SPEC = FieldPath.root.child('spec');

const starting = (failures: number) =>
  deploymentExample(
    `startupProbe:\n  httpGet:\n    path: /healthy\n    port: 8080\n  periodSeconds: 10\n  failureThreshold: ${failures}`,
  );

/** What the numbers of a Deployment make of a rollout. */
export const rolloutAdvice = defineAdvice([
  {
    id: 'valid-rollout-deadline',
    severity: 'warning',
    summary: 'A rollout may take as long as its containers may take to start.',
    why: 'The rollout is reported as failed, and tools that wait for it give up or roll back, while the containers still start as they are allowed to.',
    fix: 'Raise progressDeadlineSeconds, or lower the window of the startup probe.',
    source: 'kubernetes pkg/controller/deployment/util/deployment_util.go DeploymentTimedOut',
    seeAlso: [],
    profiles: ['recommended'],
    example: { bad: starting(90), good: starting(30) },
    visit: {
      Deployment({ spec = {} }, _at, report) {
        const deadline = spec.progressDeadlineSeconds ?? 600;
        const ready = timeToReady(spec.template?.spec ?? {});
        const minReady = spec.minReadySeconds ?? 0;
        const longest = ready.latest + minReady;
        if (longest <= deadline || spec.paused) return;
        const stable = minReady > 0 ? ` and has to stay ready for ${minReady} s` : '';
        const always = ready.earliest + minReady > deadline;
        const detail = always
          ? `the first new pod is available after ${ready.earliest + minReady} s at the earliest: every rollout is reported as failed after ${deadline} s`
          : `a new pod may take ${ready.latest} s to become ready${stable}: a rollout is reported as failed after ${deadline} s while it still starts`;
        const progressDeadlineSeconds = Math.ceil((longest + 60) / 60) * 60;
        report(
          advice(SPEC.child('progressDeadlineSeconds'), detail, {
            value: deadline,
            change: changeTo({ progressDeadlineSeconds }),
          }),
        );
      },
    },
  },
  {
    id: 'no-rollout-downtime',
    severity: 'warning',
    summary: 'A rollout leaves at least one pod of a Deployment available.',
    why: 'Until the first new pod is ready nobody answers, on each change of the template.',
    fix: 'Add a new pod before an old one is taken away: maxSurge: 1 and maxUnavailable: 0.',
    source:
      'kubernetes pkg/controller/deployment/util/deployment_util.go ResolveFenceposts, recreate.go rolloutRecreate',
    seeAlso: ['kube-linter no-rolling-update-strategy', 'kube-score deployment-strategy'],
    profiles: ['recommended'],
    example: {
      bad: deploymentExample('', { spec: 'strategy:\n  rollingUpdate:\n    maxUnavailable: 100%' }),
      good: deploymentExample('', { spec: 'strategy:\n  rollingUpdate:\n    maxSurge: 1\n    maxUnavailable: 0' }),
    },
    visit: {
      Deployment({ spec = {} }, _at, report) {
        const { replicas = 1, strategy = {}, template } = spec;
        const pod = template?.spec ?? {};
        // A claim that one node holds at a time lets the new pod wait for the old one: Recreate is right then.
        if (replicas === 0 || claims(pod)) return;
        const isRecreated = strategy.type === 'Recreate';
        const { maxUnavailable, maxSurge } = fencepostsOf(spec);
        if (!isRecreated && maxUnavailable < replicas) return;
        const { earliest } = timeToReady(pod);
        const grace = pod.terminationGracePeriodSeconds ?? 30;
        const stopped = replicas === 1 ? 'the only pod' : `all ${replicas} pods`;
        const ready = `a new one is ready (${earliest} s at the earliest)`;
        const detail = isRecreated
          ? `stops ${stopped} first: nobody answers until they have ended (up to ${grace} s) and ${ready}`
          : `comes to ${maxUnavailable} of ${replicas}${maxSurge === 0 ? ', and maxSurge to 0' : ''}: ${stopped} may stop first, and nobody answers until ${ready}`;
        const field = isRecreated
          ? SPEC.down('strategy', 'type')
          : SPEC.down('strategy', 'rollingUpdate', 'maxUnavailable');
        const rollingUpdate = { maxSurge: 1, maxUnavailable: 0 };
        report(
          advice(field, detail, {
            value: isRecreated ? 'Recreate' : strategy.rollingUpdate?.maxUnavailable,
            change: changeTo({ strategy: { type: 'RollingUpdate', rollingUpdate } }),
          }),
        );
      },
    },
  },
]);

function claims({ volumes = [] }: PodSpec): boolean {
  return volumes.some(({ persistentVolumeClaim, ephemeral }) => persistentVolumeClaim ?? ephemeral);
}

/**
 * How long a pod may take to be ready by its probes: at the earliest if all goes well, at the latest without a restart.
 * Sidecars start one after the other, containers together; what has no startup probe counts as started at once.
 */
function timeToReady({ containers = [], initContainers = [] }: PodSpec): Window {
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always').map(started);
  const ready = containers.map(readied);
  const sum = (of: keyof Window) => sidecars.reduce((seconds, window) => seconds + window[of], 0);
  const most = (of: keyof Window) => Math.max(0, ...ready.map((window) => window[of]));
  return { earliest: sum('earliest') + most('earliest'), latest: sum('latest') + most('latest') };
}

function started({ startupProbe }: Container): Window {
  if (!startupProbe) return { earliest: 0, latest: 0 };
  const { firstProbe, slowestStart } = probeWindows(startupProbe);
  return { earliest: firstProbe.earliest, latest: slowestStart.latest };
}

function readied(container: Container): Window {
  const start = started(container);
  const { readinessProbe } = container;
  if (!readinessProbe) return start;
  const { earliest, latest } = answeredTo(readinessProbe);
  // The initial delay counts from the start of the container, as the startup probe does.
  return {
    earliest: Math.max(start.earliest, earliest),
    latest: Math.max(start.latest + successOf(readinessProbe), latest),
  };
}

function answeredTo(probe: Probe): Window {
  const { firstProbe, success } = probeWindows(probe);
  return { earliest: firstProbe.earliest + success.earliest, latest: firstProbe.latest + success.latest };
}

function successOf(probe: Probe): number {
  return probeWindows(probe).success.latest;
}
