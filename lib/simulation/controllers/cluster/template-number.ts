import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { isEqual } from '../../is-equal';

/** `r1` for the first template of a workload, `r2` for the second one that differs. */
export function templateName(templates: PodTemplateSpec[], template: PodTemplateSpec): string {
  return `r${templateNumber(templates, template) + 1}`;
}

/** The place of a template among those of a workload; one that is not there yet is added. */
export function templateNumber(templates: PodTemplateSpec[], template: PodTemplateSpec): number {
  const known = findTemplate(templates, template);
  return known >= 0 ? known : templates.push(template) - 1;
}

/** The place of a template among those of a workload, or -1. */
export function findTemplate(templates: readonly PodTemplateSpec[], template: PodTemplateSpec): number {
  const same = templates.indexOf(template);
  return same >= 0 ? same : templates.findIndex((other) => isEqual(other, template));
}
