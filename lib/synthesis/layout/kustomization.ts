import { writeManifests } from '../../manifest/write-manifests';

/** The file that `kubectl apply -k`, Flux and Argo CD look for in a folder. */
export const KUSTOMIZATION = 'kustomization.yaml';

/**
 * The text of a `kustomization.yaml` that lists manifests of its folder.
 *
 * Follows https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/.
 */
export function kustomizationText(paths: readonly string[]): string {
  return writeManifests([{ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: paths }]);
}
