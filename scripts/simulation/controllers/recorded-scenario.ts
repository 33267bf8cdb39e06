import type { OwnerKind } from '../../../lib/simulation/controllers/cluster/cluster-object';
import type { Propagation } from '../../../lib/simulation/controllers/cluster/garbage-collector';
import type { PatchableKind } from '../../../lib/simulation/controllers/cluster/patch-object';
import type {
  ClusterAction,
  ClusterScenario,
  ClusterStep,
  RolloutKind,
} from '../../../lib/simulation/controllers/cluster-scenario';
import type { RecordedCluster, RecordedStep } from './recorded-cluster';

type Reader = (match: RegExpExecArray) => ClusterAction | undefined;

const KINDS: Readonly<Record<string, RolloutKind>> = {
  deployment: 'Deployment',
  deploy: 'Deployment',
  statefulset: 'StatefulSet',
  sts: 'StatefulSet',
  daemonset: 'DaemonSet',
  ds: 'DaemonSet',
};

/** The actions of recordings, in words. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^create the objects$/, () => undefined],
  [
    /^scale (\w+)\/(\S+) to (\d+)/,
    ([, kind, name = '', replicas]) => ({
      do: 'scale',
      target: { kind: kind as PatchableKind, name },
      replicas: Number(replicas),
    }),
  ],
  [
    /^set the image of (\w+)\/(\S+) to (\S+)/,
    ([, kind, name = '', image = '']) => ({ do: 'set-image', target: { kind: kind as PatchableKind, name }, image }),
  ],
  [
    /^(?:kubectl )?rollout undo (\w+)\/(\S+)(?: --to-revision=(\d+))?/,
    ([, kind = '', name = '', revision]) => ({
      do: 'rollout-undo',
      target: { kind: KINDS[kind.toLowerCase()] ?? 'Deployment', name },
      ...(revision && { toRevision: Number(revision) }),
    }),
  ],
  [
    /^(?:kubectl )?rollout restart (\w+)\/(\S+)/,
    ([, kind = '', name = '']) => ({
      do: 'rollout-restart',
      target: { kind: KINDS[kind.toLowerCase()] ?? 'Deployment', name },
    }),
  ],
  [
    /^(?:kubectl )?rollout status deploy(?:ment)?\/(\S+)/,
    ([, name = '']) => ({ do: 'rollout-status', target: { kind: 'Deployment', name } }),
  ],
  [/^delete node (\S+)/, ([, node = '']) => ({ do: 'delete-node', node })],
  [
    /^delete ([A-Z]\w+)\/(\S+)(?: \((\w+)\))?/,
    ([, kind = '', name = '', way = 'background']) => ({
      do: 'delete',
      target: { kind: kind as OwnerKind, name },
      propagation: (way.charAt(0).toUpperCase() + way.slice(1)) as Propagation,
    }),
  ],
  [
    /^delete (?:pods? )?(.+?)(?: with gracePeriodSeconds (\d+))?$/,
    ([, pods = '', grace]) => ({
      do: 'delete-pods',
      pods: namesIn(pods),
      ...(grace !== undefined && { gracePeriodSeconds: Number(grace) }),
    }),
  ],
  [/^evict (\S+)/, ([, pod = '']) => ({ do: 'evict', pod })],
  [/^the first two live old pods/, () => ({ do: 'set-ready', pods: { prefix: 'web-r1-', first: 2 }, ready: false })],
  [
    /^(.+?):? (?:readiness|readyness) (lost|regained)/,
    ([, pods = '', what]) => ({ do: 'set-ready', pods: namesIn(pods), ready: what === 'regained' }),
  ],
  [/^(\S+) status phase Failed/, ([, pod = '']) => ({ do: 'fail-pod', pod })],
  [/^kubectl (cordon|uncordon) (\S+)/, ([, verb, node = '']) => ({ do: verb as 'cordon', node })],
  [
    /^kubectl drain (\S+)(.*)/,
    ([, node = '', flags = '']) => {
      const [, timeout] = /--timeout=(\d+)s/.exec(flags) ?? [];
      const [, grace] = /--grace-period=(-?\d+)/.exec(flags) ?? [];
      return {
        do: 'drain',
        node,
        deleteEmptyDirData: flags.includes('--delete-emptydir-data'),
        ignoreDaemonSets: flags.includes('--ignore-daemonsets'),
        force: flags.includes('--force'),
        disableEviction: flags.includes('--disable-eviction'),
        ...(timeout && { timeoutSeconds: Number(timeout) }),
        ...(grace && Number(grace) >= 0 && { gracePeriodSeconds: Number(grace) }),
      };
    },
  ],
  [
    /^kubectl taint nodes? (\S+) ([^=:]+)(?:=([^:]*))?(?::(\w+))?(-?)$/,
    ([, node = '', key = '', value, effect, minus]) => ({
      do: minus ? 'untaint' : 'taint',
      node,
      taint: { key, ...(value && { value }), ...(effect && { effect }) },
    }),
  ],
  [
    /^kubectl label nodes? (\S+) ([^=\s]+?)(?:=(\S*)|-)/,
    ([, node = '', key = '', value]) => ({ do: 'label-node', node, labels: { [key]: value ?? null } }),
  ],
  [/^add node (\S+)/, ([, name = '']) => ({ do: 'add-node', node: { name } })],
  [/^(n\d+) stops/, ([, node = '']) => ({ do: 'stop-node', node, sinceHeartbeat: 0 })],
  [/^(n\d+) is back/, ([, node = '']) => ({ do: 'start-node', node })],
];

/** The scenario of a recording. @throws Error when a step is in words that nobody knows. */
export function scenarioOf({ seconds, steps }: RecordedCluster): ClusterScenario {
  return { seconds, steps: steps.flatMap(readStep) };
}

function readStep(step: RecordedStep): ClusterStep[] {
  const action = actionOf(step);
  return action ? [{ at: step.t, text: step.action, ...action }] : [];
}

function actionOf({ action, create, patch }: RecordedStep): ClusterAction | undefined {
  if (create) return { do: 'create', objects: create };
  if (patch) {
    return { do: 'patch', target: { kind: patch.kind, name: patch.name }, patch: patch.merge };
  }
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(action);
    if (match) return read(match);
  }
  throw new Error(`no such step: ${action}`);
}

/** `a, b`, `a and b`, or `web-r1-1 .. web-r1-4`. */
function namesIn(text: string): string[] {
  const range = /^(.*-)(\d+) \.\. .*-(\d+)$/.exec(text);
  if (!range) return text.split(/, | and /);
  const [, prefix = '', first, last] = range;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${prefix}${Number(first) + index}`);
}
