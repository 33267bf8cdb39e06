import { downwardAPIVolumeFileRules } from '../../../../lib/validation/rules/server/downward-api-volume-file';
import { validate } from '../../../../lib/validation/validate';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const files = (...items: unknown[]) => pod({ volumes: [{ name: 'data', downwardAPI: { items } }] });
const projected = (file: object) =>
  pod({ volumes: [{ name: 'data', projected: { sources: [{ downwardAPI: { items: [file] } }] } }] });
const name = { path: 'name', fieldRef: { fieldPath: 'metadata.name' } };
const field = (fieldPath: string, apiVersion?: string) => files({ path: 'p', fieldRef: { fieldPath, apiVersion } });
const resource = (selector: object) =>
  files({ path: 'p', resourceFieldRef: { containerName: 'app', resource: 'limits.memory', ...selector } });
const at = 'spec.volumes[0].downwardAPI';

testRules(downwardAPIVolumeFileRules, {
  'valid-downward-api-path': {
    valid: { name: files(name), 'the same twice': files(name, name) },
    invalid: {
      'no path': [files({ ...name, path: '' }), `${at}.path: FieldValueRequired`],
      absolute: [files(name, { ...name, path: '/a' }), `${at}.path: FieldValueInvalid`],
      'dots alone': [files({ ...name, path: '..' }), `${at}.path: FieldValueInvalid`, `${at}.path: FieldValueInvalid`],
    },
  },
  'valid-downward-api-source': {
    valid: { 'a field': files(name), 'a resource': resource({}) },
    invalid: {
      none: [files({ path: 'p' }), `${at}: FieldValueRequired`],
      both: [
        files({ ...name, resourceFieldRef: { containerName: 'app', resource: 'limits.cpu' } }),
        `${at}: FieldValueInvalid`,
      ],
      'none, projected': [
        projected({ path: 'p' }),
        'spec.volumes[0].projected.sources[0].downwardAPI: FieldValueRequired',
      ],
    },
  },
  'valid-volume-field-path': {
    valid: {
      'all labels': field('metadata.labels'),
      'one label': field("metadata.labels['app.kubernetes.io/name']"),
      'an annotation in upper case': field("metadata.annotations['Example.com/Note']"),
    },
    invalid: {
      'no path': [field(''), `${at}.fieldRef.fieldPath: FieldValueRequired`],
      'a field for environment variables': [field('status.podIP'), `${at}.fieldRef.fieldPath: FieldValueNotSupported`],
      'the old name of such a field': [field('spec.host'), `${at}.fieldRef.fieldPath: FieldValueNotSupported`],
      'no field': [field('metadata.nam'), `${at}.fieldRef.fieldPath: FieldValueInvalid`],
      'another version': [field('metadata.name', 'v2'), `${at}.fieldRef.fieldPath: FieldValueInvalid`],
      'a key of something else': [field("metadata.name['a']"), `${at}.fieldRef.fieldPath: FieldValueInvalid`],
      'a bad key': [field("metadata.labels['-a']"), `${at}.fieldRef: FieldValueInvalid`],
      'a label in upper case': [field("metadata.labels['Example.com/a']"), `${at}.fieldRef: FieldValueInvalid`],
    },
  },
  'valid-volume-resource-field': {
    valid: {
      'a limit': resource({}),
      'a container that does not exist': resource({ containerName: 'none' }),
      'hugepages in a unit': resource({ resource: 'requests.hugepages-2Mi', divisor: '1Mi' }),
      'beside a field, where it is not looked at': files({ ...name, resourceFieldRef: {} }),
    },
    invalid: {
      'no container': [resource({ containerName: '' }), `${at}.resourceFieldRef.containerName: FieldValueRequired`],
      'no resource': [resource({ resource: '' }), `${at}.resourceFieldRef.resource: FieldValueRequired`],
      'another resource': [resource({ resource: 'memory' }), `${at}.resourceFieldRef.resource: FieldValueNotSupported`],
      'another divisor': [resource({ divisor: '2Mi' }), `${at}.resourceFieldRef.divisor: FieldValueInvalid`],
      'no container and another divisor': [
        resource({ containerName: '', divisor: '2Mi' }),
        `${at}.resourceFieldRef.containerName: FieldValueRequired`,
        `${at}.resourceFieldRef.divisor: FieldValueInvalid`,
      ],
    },
  },
});

test('a finding stands at its file, which the field does not say', () => {
  const [diagnostic] = validate([files(name, { ...name, path: '/a' })]);
  expect(diagnostic).toMatchObject({
    field: `${at}.path`,
    path: ['spec', 'volumes', 0, 'downwardAPI', 'items', 1, 'path'],
  });
});
