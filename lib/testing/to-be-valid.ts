import { minorsOf } from '../kubernetes/version';
import { mergeVersions } from '../report/report';
import { checkObjects } from '../synthesis/check-objects';
import { SynthesisError } from '../synthesis/synthesis-error';
import type { ValidateOptions } from '../validation/validate-options';
import { findingsText } from './findings-text';
import { type Manifests, manifestsIn } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { TestingError } from './testing-error';

/** What is to be valid for what. */
export interface ValidityOptions extends Omit<ValidateOptions, 'kubeVersion' | 'oneApp'> {
  /** The Kubernetes versions: `1.30`, `1.28,1.36` or `1.28..1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
}

/**
 * Whether the API server of every version that is asked for accepts all objects; advice does not count.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these.
 * @throws TestingError `ERR_NO_MANIFESTS` when there are no objects at all.
 * @throws KubeVersionError when a version is not known.
 */
export function toBeValid(received: unknown, options: ValidityOptions = {}): MatcherResult {
  const { kubeVersion = '1.36', ...rest } = options;
  const versions = minorsOf(kubeVersion).map((minor) => `1.${minor}`);
  const expectation = `to be valid for Kubernetes ${versions.join(', ')}`;
  const manifests = rendered(received);
  if (typeof manifests === 'string') return matcherResult(false, 'the constructs', expectation, () => manifests);
  const { objects, title } = manifests;
  if (objects.length === 0)
    throw new TestingError('ERR_NO_MANIFESTS', `${title} holds no objects that could be valid.`);
  const errors = versions.map((version) => {
    const found = checkObjects(objects, { ...rest, kubeVersion: version });
    return [version, found.filter(({ severity }) => severity === 'error')] as const;
  });
  const diagnostics = new Map(errors);
  const pass = mergeVersions(diagnostics).length === 0;
  return matcherResult(pass, title, expectation, () =>
    pass ? '' : `The API server would refuse:\n\n${findingsText(diagnostics)}`,
  );
}

/** The objects, or what their constructs find fault with themselves. */
function rendered(received: unknown): Manifests | string {
  try {
    return manifestsIn(received);
  } catch (error) {
    if (error instanceof SynthesisError && error.code === 'ERR_CONSTRUCT_VALIDATION') return error.message;
    throw error;
  }
}
