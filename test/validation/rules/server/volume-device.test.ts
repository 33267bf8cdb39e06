import { volumeDeviceRules } from '../../../../lib/validation/rules/server/volume-device';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const volumes = [
  { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
  { name: 'logs', persistentVolumeClaim: { claimName: 'logs' } },
  { name: 'cache', emptyDir: {} },
];
const data = { name: 'data', devicePath: '/dev/a' };
const withDevices = (...volumeDevices: object[]) => podWithContainer({ volumeDevices }, { volumes });
const withMount = (name: string, mountPath: string) =>
  podWithContainer({ volumeMounts: [{ name, mountPath }], volumeDevices: [data] }, { volumes });
const at = 'spec.containers[0].volumeDevices';

testRules(volumeDeviceRules, {
  'require-volume-device': {
    valid: { both: withDevices(data) },
    invalid: {
      'an empty item': [
        withDevices({}),
        `${at}[0].name: FieldValueRequired`,
        `${at}[0].devicePath: FieldValueRequired`,
      ],
    },
  },
  'valid-volume-device-name': {
    valid: { 'a claim': withDevices(data) },
    invalid: {
      unknown: [withDevices({ ...data, name: 'dat' }), `${at}[0].name: FieldValueNotFound`],
      'an emptyDir': [withDevices({ ...data, name: 'cache' }), `${at}[0].name: FieldValueInvalid`],
      'an emptyDir in an init container': [
        podWithInitContainer({ volumeDevices: [{ ...data, name: 'cache' }] }, { volumes }),
        'spec.initContainers[0].volumeDevices[0].name: FieldValueInvalid',
      ],
    },
  },
  'unique-volume-device': {
    valid: {
      different: withDevices(data, { name: 'logs', devicePath: '/dev/b' }),
      'two without a name': withDevices({ devicePath: '/dev/a' }, { devicePath: '/dev/b' }),
      'an ill-formed path twice': withDevices({ ...data, devicePath: '/..' }, { name: 'logs', devicePath: '/..' }),
    },
    invalid: {
      'the same name': [withDevices(data, { ...data, devicePath: '/dev/b' }), `${at}[1].name: FieldValueInvalid`],
      'the same path': [withDevices(data, { ...data, name: 'logs' }), `${at}[1].devicePath: FieldValueInvalid`],
      'two without a path': [withDevices({ name: 'data' }, { name: 'logs' }), `${at}[1].devicePath: FieldValueInvalid`],
    },
  },
  'valid-device-path': {
    valid: { relative: withDevices({ ...data, devicePath: 'dev/a..b' }) },
    invalid: { upwards: [withDevices({ ...data, devicePath: '/dev/..' }), `${at}[0].devicePath: FieldValueInvalid`] },
  },
  'no-volume-mount-and-device': {
    valid: { 'different volumes and paths': withMount('cache', '/cache') },
    invalid: {
      'the same volume': [
        withMount('data', '/data'),
        'spec.containers[0].volumeMounts[0].name: FieldValueInvalid',
        `${at}[0].name: FieldValueInvalid`,
      ],
      'the same path': [
        withMount('cache', '/dev/a'),
        'spec.containers[0].volumeMounts[0].mountPath: FieldValueInvalid',
        `${at}[0].devicePath: FieldValueInvalid`,
      ],
    },
  },
  'no-volume-device-without-host-users': {
    valid: {
      'with the users of the node': withDevices(data),
      'in 1.33': {
        manifest: podWithContainer({ volumeDevices: [data] }, { volumes, hostUsers: false }),
        kubeVersion: '1.33',
      },
    },
    invalid: {
      'with users of its own': [
        podWithContainer({ volumeDevices: [data] }, { volumes, hostUsers: false }),
        `${at}: FieldValueForbidden`,
      ],
    },
  },
});
