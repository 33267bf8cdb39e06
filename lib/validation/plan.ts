import { nodePlaces } from './kind-nodes';
import type { NodeName } from './nodes';
import { STATEFUL_SET_TEMPLATES_SINCE } from './pod-template-scope';
import type { Rule, Visit } from './rule';

/** One rule's function for one node. */
export interface Step {
  readonly rule: Rule;
  readonly visit: Visit<NodeName>;
  /** Whether it is of no concern any more once something is found that the server refuses. */
  readonly isAdvice: boolean;
}

/** A place below a node, taken apart, with the steps of the node that stands there. */
export interface Place {
  readonly path: readonly string[];
  readonly steps: readonly Step[];
}

/** Which rules look at which node in one minor. */
export interface Plan {
  /** The steps of a node; empty where no rule looks at it. */
  steps(node: NodeName): readonly Step[];
  /** The places below a kind, `podSpec`, `volume` or `container` that some rule looks at. */
  places(owner: string): readonly Place[];
}

/** The rules about single objects that run in a minor. */
export interface Plans {
  /** Those of the server and advice. */
  readonly all: Plan;
  readonly server: Plan;
  /** Undefined where none is given. */
  readonly advice: Plan | undefined;
}

const NONE: readonly never[] = [];
const CLAIM_TEMPLATES = 'spec.volumeClaimTemplates';

/** Sorts rules by the nodes that they look at, leaving out those that do not hold in a minor. */
export function planFor(rules: readonly Rule[], minor: number): Plan {
  const steps = new Map<string, Step[]>();
  for (const rule of rules) {
    if (minor < (rule.since ?? 0) || minor > (rule.until ?? Number.POSITIVE_INFINITY)) continue;
    for (const [node, visit] of Object.entries(rule.visit)) {
      const list = steps.get(node);
      const step = { rule, visit: visit as Visit<NodeName>, isAdvice: 'profiles' in rule };
      if (list) list.push(step);
      else steps.set(node, [step]);
    }
  }
  const places = placesByOwner(steps, minor);
  return { steps: (node) => steps.get(node) ?? NONE, places: (owner) => places.get(owner) ?? NONE };
}

function placesByOwner(steps: ReadonlyMap<string, readonly Step[]>, minor: number): Map<string, Place[]> {
  const owners = new Map<string, Place[]>();
  for (const [node, places] of Object.entries(nodePlaces)) {
    const nodeSteps = steps.get(node);
    if (nodeSteps === undefined) continue;
    for (const [owner, paths] of Object.entries(places)) {
      const list = owners.get(owner) ?? [];
      owners.set(owner, list);
      for (const path of paths) {
        if (owner === 'StatefulSet' && path.startsWith(CLAIM_TEMPLATES) && minor < STATEFUL_SET_TEMPLATES_SINCE)
          continue;
        list.push({
          path: path.replace(/\[\]/g, '.[]').replace(/\{\}/g, '.{}').split('.').filter(Boolean),
          steps: nodeSteps,
        });
      }
    }
  }
  return owners;
}
