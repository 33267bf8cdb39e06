import { dns1035Label } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { Report } from '../../rule';

/** The versions of AdmissionReview and ConversionReview that the server can send. */
const KNOWN_VERSIONS = ['v1', 'v1beta1'];

/**
 * Reports what is wrong with the versions of reviews that a webhook understands.
 *
 * Follows kubernetes pkg/apis/admissionregistration/validation validateAdmissionReviewVersions and
 * k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation validateConversionReviewVersions.
 */
export function reportReviewVersions(versions: readonly string[] = [], at: FieldPath, report: Report): void {
  if (versions.length === 0) {
    report(required(at, `must specify one of ${KNOWN_VERSIONS.join(', ')}`));
    return;
  }
  versions.forEach((version, index) => {
    const field = at.index(index);
    if (versions.indexOf(version) < index) report(invalid(field, version, 'duplicate version'));
    else for (const reason of dns1035Label(version)) report(invalid(field, version, reason));
  });
  if (!versions.some((version) => KNOWN_VERSIONS.includes(version)))
    report(invalid(at, versions, `must include at least one of ${KNOWN_VERSIONS.join(', ')}`));
}
