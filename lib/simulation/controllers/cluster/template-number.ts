import { isDeepStrictEqual } from 'node:util';
import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';

/** `r1` for the first template of a workload, `r2` for the second one that differs. */
export function templateName(templates: PodTemplateSpec[], template: PodTemplateSpec): string {
  return `r${templateNumber(templates, template) + 1}`;
}

/** The place of a template among those of a workload; one that is not there yet is added. */
export function templateNumber(templates: PodTemplateSpec[], template: PodTemplateSpec): number {
  const known = templates.findIndex((other) => other === template || isDeepStrictEqual(other, template));
  return known >= 0 ? known : templates.push(template) - 1;
}
