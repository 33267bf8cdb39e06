import { dnsSubdomain, pathSegmentName } from '../../../kubernetes/formats';
import type { TypedLocalObjectReference } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { Report } from '../../rule';

/**
 * Reports what is wrong with a reference to an object of any kind.
 *
 * Follows kubernetes pkg/apis/networking/validation/validation.go validateIngressTypedLocalObjectReference.
 */
export function reportTypedReference(reference: TypedLocalObjectReference, at: FieldPath, report: Report): void {
  const { apiGroup, kind, name } = reference;
  if (apiGroup !== undefined)
    for (const reason of dnsSubdomain(apiGroup)) report(invalid(at.child('apiGroup'), apiGroup, reason));
  reportSegment(kind, at.child('kind'), report);
  reportSegment(name, at.child('name'), report);
}

function reportSegment(value: string | undefined, at: FieldPath, report: Report): void {
  if (!value) report(required(at));
  else for (const reason of pathSegmentName(value)) report(invalid(at, value, reason));
}
