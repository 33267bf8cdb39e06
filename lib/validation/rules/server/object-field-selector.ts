import { qualifiedName } from '../../../kubernetes/formats';
import type { ObjectFieldSelector } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const IN_ENVIRONMENT = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** Everything that the server can look up in a Pod. */
const KNOWN = [
  ...IN_ENVIRONMENT,
  'metadata.annotations',
  'metadata.labels',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
];
const OLD_NODE_NAME = 'spec.host';

/** The field of its own Pod that an environment variable takes its value from. */
export const objectFieldSelectorRules = defineRules([
  {
    id: 'valid-env-field-path',
    summary:
      "fieldPath names a field of the Pod that an environment variable may hold, or one label or annotation: metadata.labels['key'].",
    why: 'The kubelet fills in these fields and no others.',
    fix: "Write one of metadata.name, metadata.namespace, metadata.uid, metadata.labels['KEY'], metadata.annotations['KEY'], spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP and status.podIPs.",
    source:
      'kubernetes pkg/apis/core/validation/validation.go validateObjectFieldSelector, pkg/apis/core/pods/helpers.go ConvertDownwardAPIFieldLabel',
    example: {
      bad: 'name: NODE\nvalueFrom: { fieldRef: { fieldPath: spec.node } }',
      good: 'name: NODE\nvalueFrom: { fieldRef: { fieldPath: spec.nodeName } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom?.fieldRef === undefined) return;
        reportFieldPath(valueFrom.fieldRef, IN_ENVIRONMENT, at.down('valueFrom', 'fieldRef'), report);
      },
    },
  },
  {
    id: 'valid-env-field-path-key',
    summary: 'The label or annotation that a fieldPath names has a valid key.',
    why: 'No object can have a label or an annotation of another name.',
    fix: "Write the key between single quotes: metadata.labels['example.com/name'].",
    source: 'kubernetes pkg/apis/core/validation/validation.go validateObjectFieldSelector, ValidateQualifiedName',
    example: {
      bad: 'name: TIER\nvalueFrom: { fieldRef: { fieldPath: "metadata.labels[\'-tier\']" } }',
      good: 'name: TIER\nvalueFrom: { fieldRef: { fieldPath: "metadata.labels[\'tier\']" } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom?.fieldRef) reportSubscriptKey(valueFrom.fieldRef, at.down('valueFrom', 'fieldRef'), report);
      },
    },
  },
  {
    id: 'no-env-host-ips',
    summary: 'Nothing refers to status.hostIPs before Kubernetes 1.29.',
    why: 'The field is behind a feature gate that is off by default there.',
    fix: 'Use status.hostIP.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateDownwardAPIHostIPs in release 1.28',
    until: 28,
    example: {
      bad: 'name: HOST_IPS\nvalueFrom: { fieldRef: { fieldPath: status.hostIPs } }',
      good: 'name: HOST_IP\nvalueFrom: { fieldRef: { fieldPath: status.hostIP } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        reportHostIPs(valueFrom?.fieldRef, at.down('valueFrom', 'fieldRef'), report);
      },
      downwardAPIVolumeFile({ fieldRef }, at, report) {
        reportHostIPs(fieldRef, at.shortenedBy(2).child('fieldRef'), report);
      },
    },
  },
]);

function reportHostIPs(selector: ObjectFieldSelector | undefined, at: FieldPath, report: Report): void {
  if (selector?.fieldPath === 'status.hostIPs')
    report(forbidden(at, 'status.hostIPs needs the feature gate PodHostIPs', { place: at.child('fieldPath') }));
}

/**
 * Reports a `fieldPath` that is none of the fields which may be looked up in one place.
 *
 * Follows validateObjectFieldSelector.
 */
export function reportFieldPath(
  { apiVersion, fieldPath }: ObjectFieldSelector,
  allowed: readonly string[],
  at: FieldPath,
  report: Report,
): void {
  const field = at.child('fieldPath');
  if (!fieldPath) report(required(field));
  else if (apiVersion !== 'v1') {
    const extra = { place: at.child('apiVersion'), fix: 'Write apiVersion: v1, or leave it out.' };
    report(invalid(field, fieldPath, `apiVersion must be v1, not ${apiVersion}`, extra));
  } else reportUnknownPath(fieldPath, allowed, field, report);
}

function reportUnknownPath(fieldPath: string, allowed: readonly string[], field: FieldPath, report: Report): void {
  const [path, key] = splitSubscript(fieldPath);
  const name = path === OLD_NODE_NAME ? 'spec.nodeName' : path;
  if (key === undefined && allowed.includes(name)) return;
  const fix = didYouMean(fieldPath, allowed);
  if (key !== undefined) {
    if (path !== 'metadata.labels' && path !== 'metadata.annotations')
      report(invalid(field, fieldPath, 'does not support a subscript', fix));
  } else if (KNOWN.includes(name)) report(notSupported(field, fieldPath, allowed, fix));
  else report(invalid(field, fieldPath, 'is no field of a Pod that can be looked up', fix));
}

/** Reports the key in `metadata.labels['key']` that no label can have; that of an annotation is read in lower case. */
export function reportSubscriptKey(
  { apiVersion, fieldPath }: ObjectFieldSelector,
  at: FieldPath,
  report: Report,
): void {
  if (apiVersion !== 'v1' || !fieldPath?.endsWith("']")) return;
  const [path, key = ''] = splitSubscript(fieldPath);
  if (path !== 'metadata.annotations' && path !== 'metadata.labels') return;
  const name = path === 'metadata.annotations' ? key.toLowerCase() : key;
  for (const reason of qualifiedName(name)) report(invalid(at, name, reason, { place: at.child('fieldPath') }));
}

/** Takes `path['key']` apart. Follows kubernetes pkg/fieldpath SplitMaybeSubscriptedPath. */
export function splitSubscript(fieldPath: string): [path: string, key?: string] {
  const start = fieldPath.indexOf("['");
  const end = fieldPath.length - "']".length;
  return fieldPath.endsWith("']") && start > 0 && start + "['".length <= end
    ? [fieldPath.slice(0, start), fieldPath.slice(start + "['".length, end)]
    : [fieldPath];
}
