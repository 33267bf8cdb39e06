import { byteLength } from '../../../kubernetes/formats';
import { hasOuterSpace } from '../../../kubernetes/white-space';
import { invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const LONGEST_PATH = 4095;

/** The AppArmor profile of a pod or a container. */
export const appArmorProfileRules = defineRules([
  {
    id: 'valid-app-armor-profile-type',
    summary: 'An AppArmor profile has one of the types Localhost, RuntimeDefault and Unconfined.',
    why: 'The type says which of the profiles that are loaded on the node applies.',
    fix: 'Write type: RuntimeDefault.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateAppArmorProfileField',
    since: 30,
    example: { bad: 'type: runtime/default', good: 'type: RuntimeDefault' },
    visit: {
      appArmorProfile(profile, at, report) {
        if (!profile.type) report(required(at.child('type'), 'must be set in an appArmorProfile'));
        else if (!TYPES.includes(profile.type))
          report(notSupported(at.child('type'), profile.type, TYPES, didYouMean(profile.type, TYPES)));
      },
    },
  },
  {
    id: 'valid-app-armor-localhost-profile',
    summary: 'An AppArmor profile names a profile of the node if and only if its type is Localhost.',
    why: 'Only a Localhost profile is looked up by its name, which holds at most 4095 bytes and no white space around it.',
    fix: 'Write the name in localhostProfile with type: Localhost, and leave it out with any other type.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateAppArmorProfileField',
    since: 30,
    example: { bad: 'type: Localhost', good: 'type: Localhost\nlocalhostProfile: audit' },
    visit: {
      appArmorProfile({ type, localhostProfile }, at, report) {
        const field = at.child('localhostProfile');
        if (type === 'RuntimeDefault' || type === 'Unconfined') {
          if (localhostProfile !== undefined)
            report(invalid(field, localhostProfile, 'must be set with type Localhost only'));
        } else if (type === 'Localhost') {
          if (!localhostProfile) report(required(field, 'must be set with type Localhost'));
          else if (hasOuterSpace(localhostProfile))
            report(invalid(field, localhostProfile, 'must have no white space around it'));
          if (byteLength(localhostProfile ?? '') > LONGEST_PATH) report(tooLong(field, LONGEST_PATH));
        }
      },
    },
  },
]);
