import type { Toleration } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';
import { checkToleration } from './toleration';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidatePodSpecificAnnotations';
const costPattern = /^(0|-[0-9]+|[1-9][0-9]*)$/;

/** The annotations of pods that Kubernetes itself reads. */
export const podAnnotationsRules = defineRules([
  {
    id: 'require-node-name-of-mirror-pod',
    summary: 'A pod with the annotation kubernetes.io/config.mirror has a nodeName.',
    why: 'It stands for a static pod, which the kubelet of one node runs.',
    fix: 'Drop the annotation; only the kubelet makes mirror pods.',
    source: SOURCE,
    example: {
      bad: 'metadata: { name: web, annotations: { kubernetes.io/config.mirror: abc } }',
      good: 'metadata: { name: web, annotations: { kubernetes.io/config.source: api } }',
    },
    visit: {
      pod(pod, at, report, { isPod }) {
        const value = pod.metadata?.annotations?.[MIRROR];
        if (value === undefined || pod.spec?.nodeName) return;
        report(invalid(annotationsField(at, isPod).key(MIRROR), value, 'must set spec.nodeName', placeOf(at, MIRROR)));
      },
    },
  },
  {
    id: 'valid-pod-deletion-cost',
    summary: 'The pod deletion cost is a whole number of 32 bits, without + and leading zeros.',
    why: 'A ReplicaSet deletes the pods of the lowest cost first.',
    fix: 'Write a number in quotes, such as "100".',
    source: 'kubernetes pkg/apis/core/helper/helpers.go GetDeletionCostFromPodAnnotations',
    example: {
      bad: 'metadata: { name: web, annotations: { controller.kubernetes.io/pod-deletion-cost: low } }',
      good: 'metadata: { name: web, annotations: { controller.kubernetes.io/pod-deletion-cost: "100" } }',
    },
    visit: {
      pod(pod, at, report, { isPod }) {
        const cost = pod.metadata?.annotations?.[DELETION_COST];
        if (cost === undefined || isDeletionCost(cost)) return;
        const field = annotationsField(at, isPod).key(DELETION_COST);
        report(invalid(field, cost, 'must be a 32-bit integer', placeOf(at, DELETION_COST)));
      },
    },
  },
  {
    id: 'valid-tolerations-annotation',
    summary: 'The old annotation for tolerations holds a JSON list of valid tolerations.',
    why: 'The API server still reads it, although nothing else does.',
    fix: 'Drop the annotation and write spec.tolerations.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateTolerationsInPodAnnotations',
    example: {
      bad: 'metadata: { name: web, annotations: { scheduler.alpha.kubernetes.io/tolerations: "none" } }',
      good: 'metadata: { name: web, annotations: { scheduler.alpha.kubernetes.io/tolerations: "[]" } }',
    },
    visit: {
      pod(pod, at, report, { isPod }) {
        const text = pod.metadata?.annotations?.[TOLERATIONS];
        if (!text) return;
        const field = annotationsField(at, isPod);
        const extra = placeOf(at, TOLERATIONS);
        const tolerations = parseTolerations(text);
        if (tolerations === undefined) report(invalid(field, TOLERATIONS, 'must be a JSON list of tolerations', extra));
        tolerations?.forEach((toleration, index) => {
          const inList = field.child(TOLERATIONS).index(index);
          checkToleration(toleration, inList, (finding) => report({ ...finding, ...extra }));
        });
      },
    },
  },
]);

/** Where the server sees the annotations: those of a template it names without `metadata`. */
export function annotationsField(podAt: FieldPath, isPod: boolean): FieldPath {
  return isPod ? podAt.down('metadata', 'annotations') : podAt.child('annotations');
}

/** The true place of an annotation of a Pod or a template. */
export function placeOf(podAt: FieldPath, key: string): { readonly place: FieldPath } {
  return { place: podAt.down('metadata', 'annotations').key(key) };
}

function isDeletionCost(text: string): boolean {
  if (!costPattern.test(text)) return false;
  const cost = Number(text);
  return cost >= -(2 ** 31) && cost < 2 ** 31;
}

const TOLERATION_FIELDS = ['effect', 'key', 'operator', 'value'] as const;

/** Reads them as Go's encoding/json does: `null` is an empty list, unknown fields are ignored. */
function parseTolerations(text: string): Toleration[] | undefined {
  try {
    const list: unknown = JSON.parse(text) ?? [];
    if (!Array.isArray(list)) return undefined;
    const tolerations = list.map((item: Toleration | null) => item ?? {});
    return tolerations.every(isToleration) ? tolerations : undefined;
  } catch {
    return undefined;
  }
}

function isToleration(item: Toleration): boolean {
  if (typeof item !== 'object' || Array.isArray(item)) return false;
  const seconds = item.tolerationSeconds ?? 0;
  return Number.isInteger(seconds) && TOLERATION_FIELDS.every((name) => typeof (item[name] ?? '') === 'string');
}
