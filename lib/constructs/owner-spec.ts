import { type Fields, ownFields } from './key-order';
import { podLabels, podSelector } from './pod-selector';
import { podTemplate } from './pod-template';

/** The fields of a workload that owns its pods by a selector; without one, the selector comes from its name. */
export type OwnerFields<Spec extends { selector: unknown; template?: unknown }> = Omit<Spec, 'selector' | 'template'> &
  Partial<Pick<Spec, 'selector'>>;

/**
 * The spec of a workload that owns its pods by a selector.
 * @param name the name of the workload
 * @param props its own fields and those of its pods, side by side
 * @param own the names of its own fields, in the order in which they are written
 */
export function ownerSpec(name: string, props: Fields, own: readonly string[]): Fields {
  const template = podTemplate(podLabels(name, props), props, own);
  return ownFields(props, own, { selector: podSelector(name, props), template });
}
