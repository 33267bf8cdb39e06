import { keySelectorRules } from '../../../../lib/validation/rules/server/key-selector';
import { podTemplate, podWithContainer, workload } from '../../manifests';
import { testRules } from '../test-rules';

const from = (valueFrom: object, spec: Record<string, unknown> = {}) =>
  podWithContainer({ env: [{ name: 'A', valueFrom }] }, spec);
const at = 'spec.containers[0].env[0].valueFrom';
const fileKeyRef = { key: 'A', volumeName: 'config', path: 'app.env' };
const volumes = [
  { name: 'config', emptyDir: {} },
  { name: 'map', configMap: { name: 'a' } },
];

const fromClaim = workload('StatefulSet', {
  serviceName: 'web',
  volumeClaimTemplates: [
    {
      metadata: { name: 'config' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ],
  template: podTemplate({
    volumes,
    containers: [{ name: 'app', image: 'a', env: [{ name: 'A', valueFrom: { fileKeyRef } }] }],
  }),
});

testRules(keySelectorRules, {
  'valid-key-ref-name': {
    valid: { dotted: from({ secretKeyRef: { name: 'a.b', key: 'k' } }) },
    invalid: {
      'missing, which is no name': [
        from({ configMapKeyRef: { key: 'k' } }),
        `${at}.configMapKeyRef.name: FieldValueInvalid`,
      ],
      'a dash at the end': [
        from({ secretKeyRef: { name: 'a-', key: 'k' } }),
        `${at}.secretKeyRef.name: FieldValueInvalid`,
      ],
    },
  },
  'valid-key-ref-key': {
    valid: { 'a file name': from({ secretKeyRef: { name: 'a', key: '.A_b-1' } }) },
    invalid: {
      empty: [from({ secretKeyRef: { name: 'a', key: '' } }), `${at}.secretKeyRef.key: FieldValueRequired`],
      'a path': [from({ configMapKeyRef: { name: 'a', key: 'b/c' } }), `${at}.configMapKeyRef.key: FieldValueInvalid`],
      'two dots': [from({ configMapKeyRef: { name: 'a', key: '..' } }), `${at}.configMapKeyRef.key: FieldValueInvalid`],
      'of 254': [
        from({ configMapKeyRef: { name: 'a', key: 'k'.repeat(254) } }),
        `${at}.configMapKeyRef.key: FieldValueInvalid`,
      ],
    },
  },
  'valid-file-key-ref': {
    valid: {
      'an absolute path': from({ fileKeyRef: { ...fileKeyRef, path: '/app.env' } }),
      'dots inside a name': from({ fileKeyRef: { ...fileKeyRef, path: 'a..b' } }),
    },
    invalid: {
      empty: [
        from({ fileKeyRef: {} }),
        `${at}.fileKeyRef.key: FieldValueRequired`,
        `${at}.fileKeyRef.volumeName: FieldValueRequired`,
        `${at}.fileKeyRef.path: FieldValueRequired`,
      ],
      'of other forms': [
        from({ fileKeyRef: { key: 'A=', volumeName: 'Conf', path: 'a/../b' } }),
        `${at}.fileKeyRef.key: FieldValueInvalid`,
        `${at}.fileKeyRef.volumeName: FieldValueInvalid`,
        `${at}.fileKeyRef.path: FieldValueInvalid`,
      ],
    },
  },
  'valid-file-key-ref-volume': {
    valid: {
      'an emptyDir': from({ fileKeyRef }, { volumes }),
      'the last volume of two of one name': from(
        { fileKeyRef },
        {
          volumes: [
            { name: 'config', secret: { secretName: 'a' } },
            { name: 'config', emptyDir: {} },
          ],
        },
      ),
      'a volume without a source, which is one': from({ fileKeyRef }, { volumes: [{ name: 'config' }] }),
    },
    invalid: {
      unknown: [from({ fileKeyRef }), `${at}.fileKeyRef.volumeName: FieldValueNotFound`],
      'a claim template, which stands in for the emptyDir of its name': [
        fromClaim,
        'spec.template.spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: FieldValueInvalid',
      ],
      'a configMap': [
        from({ fileKeyRef: { ...fileKeyRef, volumeName: 'map' } }, { volumes }),
        `${at}.fileKeyRef.volumeName: FieldValueInvalid`,
      ],
    },
  },
});
