import { byteLength, cIdentifier, dnsLabel } from '../../../kubernetes/formats';
import type { DeviceClaim } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, required, tooLong, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';
import { didYouMean } from './did-you-mean';

const LONGEST_IDENTIFIER = 32;
const MOST_REFERENCES = 32;
/** The first minor in which devices can also be told to differ in an attribute. */
const DISTINCT_SINCE = 36;
const SOURCE = 'kubernetes pkg/apis/resource/validation/validation.go';
const REFERENCE = 'must be the name of a request in the claim, or of a request and one of its alternatives: gpu/big';

const claim = (rest: string) =>
  `apiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nmetadata: { name: gpu }\nspec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }], ${rest} } }`;
const GOOD = claim('constraints: [{ requests: [gpu], matchAttribute: example.com/numa }]');

/** What the devices of a claim must have in common, and which requests that and configuration are about. */
export const deviceConstraintRules = defineRules([
  {
    id: 'valid-device-request-reference',
    summary: `Constraints and configs name requests of their claim, each once, and at most ${MOST_REFERENCES}.`,
    why: 'They would be about no device otherwise.',
    fix: 'Write the name of a request, or leave requests out for all of them.',
    source: `${SOURCE} validateDeviceConstraint, validateDeviceClaimConfiguration, validateRequestNameRef`,
    example: { bad: claim('constraints: [{ requests: [nic], matchAttribute: example.com/numa }]'), good: GOOD },
    visit: {
      deviceClaim(devices, at, report) {
        const known = requestNames(devices);
        for (const list of ['constraints', 'config'] as const)
          devices[list]?.forEach(({ requests = [] }, index) => {
            reportReferences(requests, known, at.child(list).index(index).child('requests'), report);
          });
      },
    },
  },
  {
    id: 'valid-device-constraint',
    summary: 'A constraint says in matchAttribute in which attribute its devices agree, by a domain and a name.',
    why: 'Drivers publish the attributes of their devices under such names.',
    fix: 'Write matchAttribute: DOMAIN/NAME, such as resource.kubernetes.io/pcieRoot.',
    source: `${SOURCE} validateDeviceConstraint, validateFullyQualifiedName`,
    example: { bad: claim('constraints: [{ matchAttribute: numa }]'), good: GOOD },
    visit: {
      deviceClaim({ constraints }, at, report, { minor }) {
        constraints?.forEach(({ matchAttribute, distinctAttribute }, index) => {
          const field = at.child('constraints').index(index);
          if (matchAttribute !== undefined)
            reportAttribute(matchAttribute, field.child('matchAttribute'), report, minor);
          else if (distinctAttribute !== undefined)
            reportAttribute(distinctAttribute, field.child('distinctAttribute'), report, minor);
          else if (minor < DISTINCT_SINCE) report(required(field.child('matchAttribute')));
          else report(required(field, 'exactly one of matchAttribute and distinctAttribute is required'));
        });
      },
    },
  },
]);

/** The names of the requests, and those of their alternatives as `gpu/big`. */
function requestNames({ requests = [] }: DeviceClaim): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { name = '', firstAvailable = [] } of requests) {
    known.add(name);
    for (const alternative of firstAvailable) known.add(`${name}/${alternative.name ?? ''}`);
  }
  return known;
}

function reportReferences(
  references: readonly string[],
  known: ReadonlySet<string>,
  at: FieldPath,
  report: Report,
): void {
  if (references.length > MOST_REFERENCES) {
    report(tooMany(at, references.length, MOST_REFERENCES));
    return;
  }
  references.forEach((reference, index) => {
    const field = at.index(index);
    const segments = reference.split('/');
    const reasons = segments.length > 2 ? [] : segments.flatMap((segment) => dnsLabel(segment));
    if (!known.has(reference)) reasons.push(REFERENCE);
    for (const reason of reasons) report(invalid(field, reference, reason, didYouMean(reference, known)));
    if (references.indexOf(reference) < index) report(duplicate(field, reference));
  });
}

/** Of a name that is empty or has two slashes, minors say different things, so nothing is said of it. */
function reportAttribute(attribute: string, at: FieldPath, report: Report, minor: number): void {
  const parts = attribute.split('/');
  if (attribute === '' || parts.length > 2) return;
  const [domain = '', name = ''] = parts.length === 2 ? parts : ['', attribute];
  if (parts.length === 1) report(invalid(at, attribute, 'must be a domain and a name, with a slash between them'));
  else if (domain === '') report(invalid(at, attribute, 'the domain must not be empty'));
  else reportCSIDriverName(domain, at, report, minor);
  if (byteLength(name) > LONGEST_IDENTIFIER) report(tooLong(at, LONGEST_IDENTIFIER));
  for (const reason of cIdentifier(name)) report(invalid(at, name, reason));
}
