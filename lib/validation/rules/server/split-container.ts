import type { Container, PodSpec } from '../../../kubernetes/generated/decoded';

/**
 * The remedy where one container was written as two list items, `- name: app` and `- image: nginx`: a container
 * without an image, followed by one without a name.
 */
export function splitContainerFix(
  container: Container,
  { containers = [], initContainers = [] }: PodSpec,
): { readonly fix?: string } {
  const list = containers.includes(container) ? containers : initContainers;
  const index = list.indexOf(container);
  const isSplit = (first?: Container, second?: Container) =>
    first?.name && !first.image && second?.image && !second.name;
  const split = isSplit(container, list[index + 1]) || isSplit(list[index - 1], container);
  return split ? { fix: 'Write name and image as one list item: the dash stands before the first of them only.' } : {};
}
