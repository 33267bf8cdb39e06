import { imageVolumeSourceRules } from '../../../../lib/validation/rules/server/image-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const image = (pullPolicy?: string) => pod({ volumes: [{ name: 'data', image: { reference: 'x', pullPolicy } }] });
const at = 'spec.volumes[0].image.pullPolicy';

testRules(imageVolumeSourceRules, {
  'valid-image-volume-pull-policy': {
    valid: {
      none: image(),
      empty: image(''),
      never: image('Never'),
      'anything before 1.35, where it is dropped': { manifest: image('Sometimes'), kubeVersion: '1.34' },
    },
    invalid: {
      'another word': [image('Sometimes'), `${at}: FieldValueNotSupported`],
      'lower case': [image('always'), `${at}: FieldValueNotSupported`],
    },
  },
});
