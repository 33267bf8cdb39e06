import { byteLength, dnsSubdomain } from '../../../kubernetes/formats';
import type { FieldPath } from '../../field-path';
import { invalid, required, tooLong } from '../../finding';
import type { Report } from '../../rule';

const LONGEST = 63;
/** The first minor that says of an empty name only that it is required. */
const REQUIRED_ALONE_SINCE = 35;

/**
 * Reports what is wrong with the name of a CSI driver: a DNS subdomain of at most 63 bytes, upper case aside.
 *
 * Follows kubernetes pkg/apis/core/validation/validation.go ValidateCSIDriverName.
 */
export function reportCSIDriverName(name: string, at: FieldPath, report: Report, minor: number): void {
  if (name === '') report(required(at));
  if (name === '' && minor >= REQUIRED_ALONE_SINCE) return;
  if (byteLength(name) > LONGEST) report(tooLong(at, LONGEST));
  for (const reason of dnsSubdomain(name.toLowerCase())) report(invalid(at, name, reason));
}
