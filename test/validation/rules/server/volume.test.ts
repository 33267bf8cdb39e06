import { volumeRules } from '../../../../lib/validation/rules/server/volume';
import { deployment, pod, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

const volumes = (...list: unknown[]) => pod({ volumes: list });
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const ephemeral = { volumeClaimTemplate: { spec: claim } };
const statefulSet = (list: unknown[], ...claims: string[]) =>
  workload('StatefulSet', {
    template: podTemplate({ volumes: list }),
    volumeClaimTemplates: claims.map((name) => ({ metadata: { name }, spec: claim })),
  });
const letters = (count: number) => 'a'.repeat(count);
const at = 'spec.volumes[0]';

testRules(volumeRules, {
  'valid-volume-name': {
    valid: {
      'a label': volumes({ name: '1-data' }),
      '63 letters': volumes({ name: letters(63) }),
      'a claim template of 1.33, which is not looked at': { manifest: statefulSet([], 'Data'), kubeVersion: '1.33' },
    },
    invalid: {
      'no name': [volumes({ emptyDir: {} }), `${at}.name: FieldValueRequired`],
      'an empty item': [volumes(null), `${at}.name: FieldValueRequired`],
      'a dot': [volumes({ name: 'my.data' }), `${at}.name: FieldValueInvalid`],
      '64 letters': [volumes({ name: letters(64) }), `${at}.name: FieldValueInvalid`],
      'a claim template': [statefulSet([], 'Data'), 'spec.template.spec.volumes[0].name: FieldValueInvalid'],
      'the volume after a claim template': [
        statefulSet([{ name: 'data', hostPath: {} }, { name: 'My_Data' }], 'data'),
        'spec.template.spec.volumes[1].name: FieldValueInvalid',
      ],
    },
  },
  'unique-volume-name': {
    valid: {
      'two names': volumes({ name: 'a' }, { name: 'b' }),
      'the name of a volume that has a fault': volumes({ name: 'a', hostPath: {} }, { name: 'a' }),
      'the name of a claim template': statefulSet([{ name: 'data' }], 'data'),
    },
    invalid: {
      twice: [
        volumes({ name: 'a' }, { name: 'a', configMap: { name: 'x' } }),
        'spec.volumes[1].name: FieldValueDuplicate',
      ],
      thrice: [
        volumes({ name: 'a' }, { name: 'a' }, { name: 'a' }),
        'spec.volumes[1].name: FieldValueDuplicate',
        'spec.volumes[2].name: FieldValueDuplicate',
      ],
      'in a template': [
        deployment({ template: podTemplate({ volumes: [{ name: 'a' }, { name: 'a' }] }) }),
        'spec.template.spec.volumes[1].name: FieldValueDuplicate',
      ],
    },
  },
  'no-second-volume-source': {
    valid: { one: volumes({ name: 'a', emptyDir: {} }), none: volumes({ name: 'a' }) },
    invalid: {
      'the later in the order of the server': [
        volumes({ name: 'a', nfs: { server: 's', path: '/' }, hostPath: { path: '/x' } }),
        `${at}.nfs: FieldValueForbidden`,
      ],
      three: [
        volumes({ name: 'a', secret: { secretName: 's' }, configMap: { name: 'c' }, emptyDir: {} }),
        `${at}.secret: FieldValueForbidden`,
        `${at}.configMap: FieldValueForbidden`,
      ],
      'names that the server misspells': [
        volumes({ name: 'a', emptyDir: {}, cephfs: { monitors: ['m'] }, downwardAPI: {} }),
        `${at}.cephFS: FieldValueForbidden`,
        `${at}.downwarAPI: FieldValueForbidden`,
      ],
    },
  },
  'valid-empty-dir-size': {
    valid: {
      zero: volumes({ name: 'a', emptyDir: { sizeLimit: 0 } }),
      'an amount': volumes({ name: 'a', emptyDir: { sizeLimit: '1Gi' } }),
    },
    invalid: {
      negative: [
        volumes({ name: 'a', emptyDir: { sizeLimit: '-1' } }),
        `${at}.emptyDir.sizeLimit: FieldValueForbidden`,
      ],
    },
  },
  'valid-ephemeral-claim-name': {
    valid: {
      '253 characters': pod({ volumes: [{ name: 'data', ephemeral }] }, { name: letters(248) }),
      'a template, whose pods have other names': deployment({
        template: podTemplate({ volumes: [{ name: 'data', ephemeral }] }, { name: letters(253) }),
      }),
      'a second source, which is not looked at': pod(
        { volumes: [{ name: 'data', emptyDir: {}, ephemeral }] },
        { name: letters(253) },
      ),
    },
    invalid: {
      '254 characters': [
        pod({ volumes: [{ name: 'data', ephemeral }] }, { name: letters(249) }),
        `${at}.name: FieldValueInvalid`,
      ],
    },
  },
  'no-own-ephemeral-claim': {
    valid: {
      'another claim': volumes({ name: 'a', ephemeral }, { name: 'b', persistentVolumeClaim: { claimName: 'a' } }),
      'no ephemeral volume': volumes({ name: 'a', persistentVolumeClaim: { claimName: 'web-a' } }),
    },
    invalid: {
      'its own': [
        volumes({ name: 'a', ephemeral }, { name: 'b', persistentVolumeClaim: { claimName: 'web-a' } }),
        'spec.volumes[1].persistentVolumeClaim.claimName: FieldValueInvalid',
      ],
      'its own, above': [
        volumes({ name: 'b', persistentVolumeClaim: { claimName: 'web-a' } }, { name: 'a', ephemeral }),
        `${at}.persistentVolumeClaim.claimName: FieldValueInvalid`,
      ],
    },
  },
});
