import {
  objectFieldSelectorRules,
  splitSubscript,
} from '../../../../lib/validation/rules/server/object-field-selector';
import { validate } from '../../../../lib/validation/validate';
import { pod, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const from = (fieldPath: string, fields: object = {}) =>
  podWithContainer({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath, ...fields } } }] });
const at = 'spec.containers[0].env[0].valueFrom.fieldRef';

testRules(objectFieldSelectorRules, {
  'valid-env-field-path': {
    valid: {
      'the addresses of the host': from('status.hostIPs'),
      'the old name of the node': from('spec.host'),
      'a label': from("metadata.labels['a']"),
    },
    invalid: {
      empty: [from(''), `${at}.fieldPath: FieldValueRequired`],
      'another apiVersion': [from('metadata.name', { apiVersion: 'v2' }), `${at}.fieldPath: FieldValueInvalid`],
      unknown: [from('spec.nodename'), `${at}.fieldPath: FieldValueInvalid`],
      'all labels, which are for volumes': [from('metadata.labels'), `${at}.fieldPath: FieldValueNotSupported`],
      phase: [from('status.phase'), `${at}.fieldPath: FieldValueNotSupported`],
      'a subscript of a name': [from("metadata.name['a']"), `${at}.fieldPath: FieldValueInvalid`],
      'a subscript in double quotes': [from('metadata.labels["a"]'), `${at}.fieldPath: FieldValueInvalid`],
    },
  },
  'valid-env-field-path-key': {
    valid: {
      'an annotation in upper case, which is lowered': from("metadata.annotations['EXAMPLE.com/A']"),
      'no key of a label': from("metadata.name['-']"),
    },
    invalid: {
      'a label prefix in upper case': [from("metadata.labels['EXAMPLE.com/a']"), `${at}: FieldValueInvalid`],
      'empty, two faults': [from("metadata.labels['']"), `${at}: FieldValueInvalid`, `${at}: FieldValueInvalid`],
    },
  },
  'no-env-host-ips': {
    valid: {
      'since 1.29': { manifest: from('status.hostIPs'), kubeVersion: '1.29' },
      another: from('status.hostIP'),
    },
    invalid: {
      'in 1.28': [from('status.hostIPs'), `${at}: FieldValueForbidden`],
      'of another apiVersion': [from('status.hostIPs', { apiVersion: 'v2' }), `${at}: FieldValueForbidden`],
      'in a volume': [
        pod({
          volumes: [{ name: 'd', downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'status.hostIPs' } }] } }],
        }),
        'spec.volumes[0].downwardAPI.fieldRef: FieldValueForbidden',
      ],
    },
  },
});

test.each([
  ["metadata.labels['a']", ['metadata.labels', 'a']],
  ["metadata.labels['a['b']", ['metadata.labels', "a['b"]],
  ["metadata.labels['']", ['metadata.labels', '']],
  ["['a']", ["['a']"]],
  ["a['b", ["a['b"]],
  ["a[']", ["a[']"]],
  ['metadata.name', ['metadata.name']],
])('takes %s apart', (fieldPath, parts) => {
  expect(splitSubscript(fieldPath)).toEqual(parts);
});

test('a wrong apiVersion is found where it stands', () => {
  const [diagnostic] = validate([from('metadata.name', { apiVersion: 'v2' })]);
  expect(diagnostic?.path.slice(-2)).toEqual(['fieldRef', 'apiVersion']);
  expect(diagnostic?.fix).toBe('Write apiVersion: v1, or leave it out.');
});
