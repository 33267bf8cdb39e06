import { seccompProfileRules } from '../../../../lib/validation/rules/server/seccomp-profile';
import { pod, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const profile = (seccompProfile: object) => ({ securityContext: { seccompProfile } });
const at = 'spec.containers[0].securityContext.seccompProfile';

testRules(seccompProfileRules, {
  'valid-seccomp-profile-type': {
    valid: { Unconfined: podWithContainer(profile({ type: 'Unconfined' })) },
    invalid: {
      empty: [podWithContainer(profile({})), `${at}.type: FieldValueRequired`],
      'as the annotation wrote it': [
        podWithContainer(profile({ type: 'runtime/default' })),
        `${at}.type: FieldValueNotSupported`,
      ],
      'of the pod': [
        pod(profile({ type: 'localhost' })),
        'spec.securityContext.seccompProfile.type: FieldValueNotSupported',
      ],
    },
  },
  'valid-seccomp-localhost-profile': {
    valid: {
      'an empty path': podWithContainer(profile({ type: 'Localhost', localhostProfile: '' })),
      'a path': podWithContainer(profile({ type: 'Localhost', localhostProfile: 'a/b..json' })),
    },
    invalid: {
      missing: [podWithContainer(profile({ type: 'Localhost' })), `${at}.localhostProfile: FieldValueRequired`],
      'absolute and upwards, two faults': [
        podWithContainer(profile({ type: 'Localhost', localhostProfile: '/a/..' })),
        `${at}.localhostProfile: FieldValueInvalid`,
        `${at}.localhostProfile: FieldValueInvalid`,
      ],
      'empty with another type': [
        podWithInitContainer(profile({ type: 'RuntimeDefault', localhostProfile: '' })),
        'spec.initContainers[0].securityContext.seccompProfile.localhostProfile: FieldValueInvalid',
      ],
      'without a type': [
        podWithContainer(profile({ localhostProfile: 'a' })),
        `${at}.localhostProfile: FieldValueInvalid`,
      ],
    },
  },
});
