import { scaleSubresourceRules } from '../../../../lib/validation/rules/server/scale-subresource';
import { testRules } from '../test-rules';
import { crdVersion, customResource } from './custom-resource';

const paths = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' };
const scaled = (scale: object) =>
  customResource({ versions: [crdVersion({ subresources: { scale: { ...paths, ...scale } } })] });
const SCALE = 'spec.subresources.scale';

testRules(scaleSubresourceRules, {
  'valid-scale-path': {
    valid: {
      'both paths': scaled({}),
      'a selector in the spec': scaled({ labelSelectorPath: '.spec.selector' }),
      'an empty selector': scaled({ labelSelectorPath: '' }),
    },
    invalid: {
      none: [
        scaled({ specReplicasPath: '', statusReplicasPath: '' }),
        `${SCALE}.specReplicasPath: FieldValueRequired`,
        `${SCALE}.statusReplicasPath: FieldValueRequired`,
      ],
      'no dot': [scaled({ specReplicasPath: 'spec.replicas' }), `${SCALE}.specReplicasPath: FieldValueInvalid`],
      'the other half': [
        scaled({ statusReplicasPath: '.spec.replicas' }),
        `${SCALE}.statusReplicasPath: FieldValueInvalid`,
      ],
      'a selector elsewhere': [
        scaled({ labelSelectorPath: '.selector' }),
        `${SCALE}.labelSelectorPath: FieldValueInvalid`,
      ],
    },
  },
});
