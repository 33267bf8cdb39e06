import { appArmorProfileRules } from '../../../../lib/validation/rules/server/app-armor-profile';
import { pod, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const profile = (appArmorProfile: object) => ({ securityContext: { appArmorProfile } });
const localhost = (localhostProfile: string) => podWithContainer(profile({ type: 'Localhost', localhostProfile }));
const at = 'spec.containers[0].securityContext.appArmorProfile';

testRules(appArmorProfileRules, {
  'valid-app-armor-profile-type': {
    valid: { RuntimeDefault: podWithContainer(profile({ type: 'RuntimeDefault' })) },
    invalid: {
      empty: [podWithContainer(profile({})), `${at}.type: FieldValueRequired`],
      'lower case, of the pod': [
        pod(profile({ type: 'unconfined' })),
        'spec.securityContext.appArmorProfile.type: FieldValueNotSupported',
      ],
    },
  },
  'valid-app-armor-localhost-profile': {
    valid: {
      absolute: localhost('/a/../b'),
      'of 4095 bytes': localhost('a'.repeat(4095)),
      'with an unknown type, which hides it': podWithContainer(profile({ type: 'x', localhostProfile: 'a' })),
    },
    invalid: {
      missing: [podWithContainer(profile({ type: 'Localhost' })), `${at}.localhostProfile: FieldValueRequired`],
      empty: [localhost(''), `${at}.localhostProfile: FieldValueRequired`],
      spaces: [localhost('  '), `${at}.localhostProfile: FieldValueInvalid`],
      'of 4096 bytes': [localhost('é'.repeat(2048)), `${at}.localhostProfile: FieldValueTooLong`],
      'with another type': [
        podWithContainer(profile({ type: 'Unconfined', localhostProfile: 'a' })),
        `${at}.localhostProfile: FieldValueInvalid`,
      ],
    },
  },
});
