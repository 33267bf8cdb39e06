import type { Namespace } from '../generated/decoded';

const NAME_LABEL = 'kubernetes.io/metadata.name';
const FINALIZER = 'kubernetes';

/**
 * Fills in a Namespace: the label that repeats its name, and its finalizer.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Namespace and
 * pkg/registry/core/namespace/strategy.go PrepareForCreate.
 */
export function defaultNamespace(namespace: Namespace): void {
  namespace.metadata ??= {};
  const { metadata } = namespace;
  if (metadata.name) metadata.labels = { ...metadata.labels, [NAME_LABEL]: metadata.name };
  namespace.spec ??= {};
  namespace.spec.finalizers ??= [];
  if (!namespace.spec.finalizers.includes(FINALIZER)) namespace.spec.finalizers.push(FINALIZER);
}
