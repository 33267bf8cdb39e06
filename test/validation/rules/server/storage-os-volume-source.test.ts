import { storageOSVolumeSourceRules } from '../../../../lib/validation/rules/server/storage-os-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const storageos = (source: object) => pod({ volumes: [{ name: 'data', storageos: { volumeName: 'v', ...source } }] });
const at = 'spec.volumes[0].storageos';

testRules(storageOSVolumeSourceRules, {
  'valid-storage-os-name': {
    valid: { 'a label': storageos({}), 'an empty namespace': storageos({ volumeNamespace: '' }) },
    invalid: {
      name: [storageos({ volumeName: 'my_v' }), `${at}.volumeName: FieldValueInvalid`],
      namespace: [storageos({ volumeNamespace: 'a.b' }), `${at}.volumeNamespace: FieldValueInvalid`],
    },
  },
});
