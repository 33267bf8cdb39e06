import { hostPathVolumeSourceRules } from '../../../../lib/validation/rules/server/host-path-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const hostPath = (source: object) => pod({ volumes: [{ name: 'data', hostPath: source }] });
const at = 'spec.volumes[0].hostPath';

testRules(hostPathVolumeSourceRules, {
  'valid-host-path': {
    valid: {
      absolute: hostPath({ path: '/var/log' }),
      relative: hostPath({ path: 'var/log' }),
      'dots in a name': hostPath({ path: '/var/..log' }),
    },
    invalid: { 'a step up': [hostPath({ path: '/var/../etc' }), `${at}.path: FieldValueInvalid`] },
  },
  'valid-host-path-type': {
    valid: {
      'no type': hostPath({ path: '/x' }),
      'an empty type': hostPath({ path: '/x', type: '' }),
      'a socket': hostPath({ path: '/x', type: 'Socket' }),
      'a path that is missing, after which nothing is looked at': hostPath({ type: 'Dir' }),
    },
    invalid: {
      'another word': [hostPath({ path: '/x', type: 'Dir' }), `${at}.type: FieldValueNotSupported`],
      'lower case': [hostPath({ path: '/x', type: 'socket' }), `${at}.type: FieldValueNotSupported`],
    },
  },
});
