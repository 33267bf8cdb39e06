import { volumeMountRules } from '../../../../lib/validation/rules/server/volume-mount';
import { validate } from '../../../../lib/validation/validate';
import { podTemplate, podWithContainer, podWithInitContainer, workload } from '../../manifests';
import { testRules } from '../test-rules';

const volumes = [{ name: 'data', emptyDir: {} }];
const mounted = (fields: object | null, container: object = {}) =>
  podWithContainer(
    { volumeMounts: [fields && { name: 'data', mountPath: '/data', ...fields }], ...container },
    { volumes },
  );
const statefulSet = (claim: string) =>
  workload('StatefulSet', {
    serviceName: 'web',
    volumeClaimTemplates: [
      {
        metadata: { name: claim },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
    template: podTemplate({
      containers: [{ name: 'app', image: 'a', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
    }),
  });
const at = 'spec.containers[0].volumeMounts';

testRules(volumeMountRules, {
  'require-mount-name': {
    valid: { 'a name': mounted({}) },
    invalid: {
      empty: [mounted({ name: '' }), `${at}[0].name: FieldValueRequired`],
      'null item': [mounted(null), `${at}[0].name: FieldValueRequired`],
    },
  },
  'valid-mount-name': {
    valid: {
      'a claim template': statefulSet('data'),
      'a volume whose name stands twice': podWithContainer(
        { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        { volumes: [...volumes, ...volumes] },
      ),
      'of a StatefulSet before 1.34, which is not asked': { manifest: statefulSet('other'), kubeVersion: '1.33' },
    },
    invalid: {
      unknown: [mounted({ name: 'dat' }), `${at}[0].name: FieldValueNotFound`],
      'no name': [mounted({ name: '' }), `${at}[0].name: FieldValueNotFound`],
      'another claim template': [
        statefulSet('other'),
        'spec.template.spec.containers[0].volumeMounts[0].name: FieldValueNotFound',
      ],
      'of an init container': [
        podWithInitContainer({ volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
        'spec.initContainers[0].volumeMounts[0].name: FieldValueNotFound',
      ],
    },
  },
  'require-mount-path': {
    valid: { relative: mounted({ mountPath: '../a:b' }) },
    invalid: { empty: [mounted({ mountPath: '' }), `${at}[0].mountPath: FieldValueRequired`] },
  },
  'unique-mount-path': {
    valid: {
      'with and without a slash at the end': mounted(
        {},
        {
          volumeMounts: [
            { name: 'data', mountPath: '/a' },
            { name: 'data', mountPath: '/a/' },
          ],
        },
      ),
    },
    invalid: {
      'the same volume twice': [
        mounted(
          {},
          {
            volumeMounts: [
              { name: 'data', mountPath: '/a' },
              { name: 'data', mountPath: '/a' },
            ],
          },
        ),
        `${at}[1].mountPath: FieldValueInvalid`,
      ],
      'two without a path': [
        mounted({}, { volumeMounts: [{ name: 'data' }, { name: 'data' }] }),
        `${at}[1].mountPath: FieldValueInvalid`,
      ],
    },
  },
  'valid-sub-path': {
    valid: { 'dots inside a name': mounted({ subPath: 'a..b/.c' }), empty: mounted({ subPath: '' }) },
    invalid: {
      'absolute and upwards, two faults without index': [
        mounted({ subPath: '/a/../b' }),
        `${at}.subPath: FieldValueInvalid`,
        `${at}.subPath: FieldValueInvalid`,
      ],
      'upwards by expression': [mounted({ subPathExpr: '..' }), `${at}.subPathExpr: FieldValueInvalid`],
    },
  },
  'no-second-sub-path': {
    valid: { one: mounted({ subPathExpr: '$(A)' }), 'one empty': mounted({ subPath: '', subPathExpr: 'a' }) },
    invalid: { both: [mounted({ subPath: 'a', subPathExpr: 'b' }), `${at}[0].subPathExpr: FieldValueInvalid`] },
  },
  'valid-mount-propagation': {
    valid: { None: mounted({ mountPropagation: 'None' }), null: mounted({ mountPropagation: null }) },
    invalid: {
      'empty, which is no value': [mounted({ mountPropagation: '' }), `${at}.mountPropagation: FieldValueNotSupported`],
      'lower case': [mounted({ mountPropagation: 'none' }), `${at}.mountPropagation: FieldValueNotSupported`],
    },
  },
  'no-bidirectional-mount-propagation': {
    valid: {
      privileged: mounted({ mountPropagation: 'Bidirectional' }, { securityContext: { privileged: true } }),
      'the other way only': mounted({ mountPropagation: 'HostToContainer' }),
    },
    invalid: {
      'not privileged': [
        mounted({ mountPropagation: 'Bidirectional' }, { securityContext: { privileged: false } }),
        `${at}.mountPropagation: FieldValueForbidden`,
      ],
    },
  },
  'valid-recursive-read-only': {
    valid: {
      'Disabled without readOnly': mounted({ recursiveReadOnly: 'Disabled', mountPropagation: 'HostToContainer' }),
      'Enabled with readOnly': mounted({ recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' }),
      'in 1.30, which drops it': { manifest: mounted({ recursiveReadOnly: 'enabled' }), kubeVersion: '1.30' },
    },
    invalid: {
      'lower case': [mounted({ recursiveReadOnly: 'enabled' }), `${at}.recursiveReadOnly: FieldValueNotSupported`],
      'neither readOnly nor without propagation': [
        mounted({ recursiveReadOnly: 'IfPossible', mountPropagation: 'HostToContainer' }),
        `${at}.recursiveReadOnly: FieldValueForbidden`,
        `${at}.recursiveReadOnly: FieldValueForbidden`,
      ],
    },
  },
});

test('the place of a sub path is that of its mount, which the server leaves out', () => {
  const manifest = mounted(
    {},
    {
      volumeMounts: [
        { name: 'data', mountPath: '/a' },
        { name: 'data', mountPath: '/b', subPath: '/c' },
      ],
    },
  );
  expect(validate([manifest]).map(({ field, path }) => [field, path.join('.')])).toEqual([
    ['spec.containers[0].volumeMounts.subPath', 'spec.containers.0.volumeMounts.1.subPath'],
  ]);
});

test.each([
  ['dat', 'Did you mean data?'],
  ['Broken', 'Correct the volume of this name.'],
  ['nothing-like-it', 'Add the volume to spec.volumes, or correct the name.'],
])('the remedy for a mount of %s', (name, fix) => {
  const broken = { name: 'Broken', emptyDir: {} };
  const manifest = podWithContainer({ volumeMounts: [{ name, mountPath: '/a' }] }, { volumes: [...volumes, broken] });
  expect(validate([manifest]).find(({ rule }) => rule === 'valid-mount-name')?.fix).toBe(fix);
});

test('the remedy for an unknown recursiveReadOnly', () => {
  const [diagnostic] = validate([mounted({ readOnly: true, recursiveReadOnly: 'yes' })]);
  expect(diagnostic?.fix).toBe('Write one of the three, or leave recursiveReadOnly out.');
});
