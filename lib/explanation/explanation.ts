import type { JsonObject, JsonPath } from '../comparison/json';
import { redact } from '../comparison/redact';
import { kindOf, servedObject } from '../comparison/served-object';
import type { DerivedField } from '../constructs/derived-field';
import { type HeldObject, heldObjects } from '../graph/held-object';
import { type QosClass, qosClassOf } from '../kubernetes/defaults/qos-class';
import type { Pod } from '../kubernetes/generated/decoded';
import { findKind } from '../kubernetes/kinds';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { type ExplainedContainer, explainedContainers } from './explained-container';
import { type ExplainedRollout, explainedRollout } from './explained-rollout';
import { type ExplainedScale, explainedScale } from './explained-scale';
import { droppedPaths, type ExplainedValue, explainedValues } from './explained-value';
import { heldStates } from './held-states';
import { type PodPriority, podPriority } from './pod-priority';
import { type PodResources, podResources } from './pod-resources';
import { type Reach, reachOf } from './reach';

/** How to explain an object. */
export interface ExplainOptions {
  /** `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /** The objects that it is applied with, itself among them or not: Services, policies, budgets. Default: none. */
  readonly beside?: readonly JsonObject[];
  /** What of it its construct derived. Default: nothing. */
  readonly derived?: readonly DerivedField[];
}

/** What an object is once the API server holds it, and what that amounts to. Values that may be secret are hidden. */
export interface Explanation {
  readonly object: { readonly kind: string; readonly name: string; readonly namespace?: string };
  readonly kubeVersion: string;
  /** The object as the server holds it, its own fields before those that the server fills in. */
  readonly held: JsonObject;
  readonly values: readonly ExplainedValue[];
  /** What was written and is not held. */
  readonly dropped: readonly JsonPath[];
  /** Whether its kind is defined nowhere among the objects, so that defaults are not known. */
  readonly undefinedKind: boolean;
  /** The pods that it makes; absent for what makes none. */
  readonly pods?: ExplainedPods;
}

/** What the pods of a workload are. */
export interface ExplainedPods {
  readonly qosClass: QosClass;
  readonly priority: PodPriority;
  readonly resources: PodResources;
  /** Seconds from the end of a container's last word, SIGTERM, to its death. */
  readonly gracePeriod: number;
  readonly containers: readonly ExplainedContainer[];
  readonly rollout?: ExplainedRollout;
  readonly scale: readonly ExplainedScale[];
  readonly reach: Reach;
}

/**
 * Explains an object: each value that the API server holds and who set it; for what makes pods, their class, priority,
 * resources, probes, rollout and who may reach them.
 *
 * @returns undefined when the server could not decode it.
 * @throws KubeVersionError when the version is not known.
 */
export function explainObject(written: JsonObject, options: ExplainOptions = {}): Explanation | undefined {
  const { kubeVersion = `1.${DEFAULT_MINOR}`, beside = [], derived = [] } = options;
  const minor = minorOf(kubeVersion);
  const states = heldStates(written, minor, beside);
  if (!states) return undefined;
  const [subject] = heldObjects([written], minor);
  if (!subject) return undefined;
  const isCustom = kindOf(written, minor) === undefined;
  const shown = shownStates(states, isCustom);
  return {
    object: {
      kind: subject.kind,
      name: subject.name,
      ...(subject.namespace !== undefined && { namespace: subject.namespace }),
    },
    kubeVersion: `1.${minor}`,
    held: shown.held,
    values: explainedValues({ ...shown, derived }),
    dropped: droppedPaths(states),
    undefinedKind: isCustom && states.held === written,
    ...(subject.pod && { pods: explainedPods(subject, beside, minor) }),
  };
}

/** Hides what may be secret, alike in all states, so that their values still compare. */
function shownStates({ written, decoded, held }: NonNullable<ReturnType<typeof heldStates>>, isCustom: boolean) {
  return {
    written: redact(written, isCustom),
    decoded: redact(decoded, isCustom),
    held: redact(held, isCustom),
  };
}

function explainedPods(subject: HeldObject, beside: readonly JsonObject[], minor: number): ExplainedPods {
  const objects = heldObjects(beside, minor);
  const { metadata = {}, spec = {} } = podOf(subject, minor);
  const workload: HeldObject = { ...subject, pod: { metadata, spec } };
  const rollout = explainedRollout(subject.kind, subject.object);
  return {
    qosClass: qosClassOf(spec),
    priority: podPriority(spec, objects),
    resources: podResources(spec, minor),
    gracePeriod: spec.terminationGracePeriodSeconds ?? 0,
    containers: explainedContainers(spec),
    ...(rollout && { rollout }),
    scale: explainedScale(workload, rollout?.replicas ?? 1, objects),
    reach: reachOf(workload, objects),
  };
}

/** A Pod made of the template: what the server fills in only then counts too, such as requests from limits. */
function podOf({ kind, namespace, pod }: HeldObject, minor: number): Pod {
  const known = findKind('v1', 'Pod');
  if (!known || kind === 'Pod') return pod as Pod;
  const metadata = { ...pod?.metadata, namespace };
  return (servedObject({ ...pod, apiVersion: 'v1', kind: 'Pod', metadata }, known, minor) ?? pod) as Pod;
}
