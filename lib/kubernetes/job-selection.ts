import type { Job, LabelSelector } from './generated/decoded';
import type { Labels } from './label-selector';

/** Stands for the uid that the server makes up: a label value that nobody writes. */
const UID = '00000000-0000-0000-0000-000000000000';
const CONTROLLER_UID = 'batch.kubernetes.io/controller-uid';

/** The labels that hold the uid of a Job in its pods, the old one and the one with a prefix. */
export const controllerUidLabels = ['controller-uid', CONTROLLER_UID] as const;
/** The labels that hold the name of a Job in its pods, the old one and the one with a prefix. */
export const jobNameLabels = ['job-name', 'batch.kubernetes.io/job-name'] as const;

/** How a Job finds its pods: the selector that it ends up with, and the labels that its pods get. */
export interface JobSelection {
  readonly selector: LabelSelector | undefined;
  readonly labels: Labels;
}

/**
 * The selector and the pod labels of a Job, as the server completes them unless `manualSelector` is true.
 *
 * Follows kubernetes pkg/registry/batch/job/strategy.go generateSelector.
 */
export function jobSelection({ metadata, spec = {} }: Job): JobSelection {
  const { manualSelector, selector, template } = spec;
  const labels = template?.metadata?.labels ?? {};
  if (manualSelector === true) return { selector, labels };
  return {
    selector: { ...selector, matchLabels: { [CONTROLLER_UID]: UID, ...selector?.matchLabels } },
    labels: { ...generatedLabels(metadata?.name), ...labels },
  };
}

/** The labels that tell a Job's pods from all others. */
export function generatedLabels(name = ''): Labels {
  const labels: Record<string, string> = {};
  for (const label of controllerUidLabels) labels[label] = UID;
  for (const label of jobNameLabels) labels[label] = name;
  return labels;
}
