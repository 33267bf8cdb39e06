import { flockerVolumeSourceRules } from '../../../../lib/validation/rules/server/flocker-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const flocker = (source: object) => pod({ volumes: [{ name: 'data', flocker: source }] });
const at = 'spec.volumes[0].flocker';

testRules(flockerVolumeSourceRules, {
  'valid-flocker-dataset': {
    valid: { name: flocker({ datasetName: 'a' }), uuid: flocker({ datasetUUID: 'a/b' }) },
    invalid: {
      none: [flocker({}), `${at}: FieldValueRequired`],
      both: [flocker({ datasetName: 'a', datasetUUID: 'b' }), `${at}: FieldValueInvalid`],
      'a slash': [flocker({ datasetName: 'a/b' }), `${at}.datasetName: FieldValueInvalid`],
    },
  },
});
