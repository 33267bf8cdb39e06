import type { ValidationContext } from './cdk8s-validation';

/** The `properties` of the plugin in `cdk8s.yaml`. */
export interface PodwrightValidationProps {
  /**
   * The Kubernetes versions to validate for: `1.30`, `1.28,1.36` or `1.28..1.36`. Default: the `kubeVersion` of
   * `cdk8s.yaml`, else `1.36`.
   */
  readonly kubeVersion?: string;
}

/**
 * The validation plugin of cdk8s-cli: named below `validations` in `cdk8s.yaml`, it makes `cdk8s synth` fail when the API
 * server would refuse a manifest.
 */
export class PodwrightValidation {
  constructor(private readonly properties: PodwrightValidationProps = {}) {}

  /**
   * Reports what the API server would refuse in the manifests, and what it would warn of.
   *
   * @throws KubeVersionError when a version is not known.
   * @throws SynthesisError `ERR_CONFIG` when a property is not known.
   */
  async validate(context: ValidationContext): Promise<void> {
    const { checkManifests } = require('./check-manifests') as typeof import('./check-manifests');
    checkManifests(context, this.properties);
  }
}
