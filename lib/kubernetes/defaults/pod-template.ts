import type { PodTemplate, PodTemplateSpec } from '../generated/decoded';
import { dropDisabledPodFields } from './disabled-pod-fields';
import { dropInitContainerAnnotations } from './pod-annotations';
import { defaultPodSpec } from './pod-spec';

/** Fills in the pod template of a workload and drops what the minor's gates do not allow in it. */
export function defaultPodTemplateSpec(template: PodTemplateSpec, minor: number): void {
  template.spec ??= {};
  defaultPodSpec(template.spec, minor);
  dropInitContainerAnnotations(template.metadata);
  dropDisabledPodFields(template.spec, minor);
}

/** Fills in a PodTemplate. Follows kubernetes pkg/registry/core/podtemplate/strategy.go PrepareForCreate. */
export function defaultPodTemplate(object: PodTemplate, minor: number): void {
  object.template ??= {};
  defaultPodTemplateSpec(object.template, minor);
}
