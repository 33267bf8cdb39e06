import { qualifiedName } from '../../../kubernetes/formats';
import type { ObjectFieldSelector } from '../../../kubernetes/generated/decoded';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
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
/** What the server can look up in a Pod beside them, and `spec.host`, the old name of `spec.nodeName`. */
const ELSEWHERE = [
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
        const { apiVersion, fieldPath } = valueFrom.fieldRef;
        const field = at.down('valueFrom', 'fieldRef', 'fieldPath');
        if (!fieldPath) return report(required(field));
        if (apiVersion !== 'v1') return report(invalid(field, fieldPath, `apiVersion must be v1, not ${apiVersion}`));
        if (fieldPath === OLD_NODE_NAME || IN_ENVIRONMENT.includes(fieldPath)) return;
        const [path, key] = splitSubscript(fieldPath);
        const fix = didYouMean(fieldPath, IN_ENVIRONMENT);
        if (key !== undefined) {
          if (path !== 'metadata.labels' && path !== 'metadata.annotations')
            report(invalid(field, fieldPath, 'does not support a subscript', fix));
        } else if (ELSEWHERE.includes(fieldPath)) report(notSupported(field, fieldPath, IN_ENVIRONMENT, fix));
        else report(invalid(field, fieldPath, 'is no field of a Pod that can be looked up', fix));
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
        const key = subscriptKey(valueFrom?.fieldRef);
        if (key === undefined) return;
        for (const reason of qualifiedName(key)) report(invalid(at.down('valueFrom', 'fieldRef'), key, reason));
      },
    },
  },
  {
    id: 'no-env-host-ips',
    summary: 'An environment variable does not hold status.hostIPs before Kubernetes 1.29.',
    why: 'The field is behind a feature gate that is off by default there.',
    fix: 'Use status.hostIP.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateEnvVarValueFrom in release 1.28',
    until: 28,
    example: {
      bad: 'name: HOST_IPS\nvalueFrom: { fieldRef: { fieldPath: status.hostIPs } }',
      good: 'name: HOST_IP\nvalueFrom: { fieldRef: { fieldPath: status.hostIP } }',
    },
    visit: {
      envVar({ valueFrom }, at, report) {
        if (valueFrom?.fieldRef?.fieldPath === 'status.hostIPs')
          report(forbidden(at.down('valueFrom', 'fieldRef'), 'status.hostIPs needs the feature gate PodHostIPs'));
      },
    },
  },
]);

/** Takes `path['key']` apart. Follows kubernetes pkg/fieldpath SplitMaybeSubscriptedPath. */
export function splitSubscript(fieldPath: string): [path: string, key?: string] {
  const start = fieldPath.indexOf("['");
  const end = fieldPath.length - "']".length;
  return fieldPath.endsWith("']") && start > 0 && start + "['".length <= end
    ? [fieldPath.slice(0, start), fieldPath.slice(start + "['".length, end)]
    : [fieldPath];
}

/** The key of a label or annotation as the server checks it: that of an annotation in lower case. */
function subscriptKey(selector: ObjectFieldSelector | undefined): string | undefined {
  if (selector?.apiVersion !== 'v1' || !selector.fieldPath?.endsWith("']")) return undefined;
  const [path, key] = splitSubscript(selector.fieldPath);
  if (path === 'metadata.annotations') return key?.toLowerCase();
  return path === 'metadata.labels' ? key : undefined;
}
