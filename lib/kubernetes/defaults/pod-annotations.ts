import type { ObjectMeta } from '../generated/decoded';

const OLD_INIT_CONTAINER_ANNOTATIONS = [
  'pod.beta.kubernetes.io/init-containers',
  'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses',
  'pod.alpha.kubernetes.io/init-container-statuses',
];

/**
 * Drops the annotations that once held init containers.
 *
 * Follows kubernetes pkg/apis/core/v1/conversion.go dropInitContainerAnnotations.
 */
export function dropInitContainerAnnotations(metadata: ObjectMeta | undefined): void {
  const annotations = metadata?.annotations;
  if (annotations === undefined) return;
  for (const key of OLD_INIT_CONTAINER_ANNOTATIONS) if (key in annotations) delete annotations[key];
}
