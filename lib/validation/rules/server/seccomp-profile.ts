import { descendingPath } from '../../../kubernetes/local-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** The seccomp profile of a pod or a container. */
export const seccompProfileRules = defineRules([
  {
    id: 'valid-seccomp-profile-type',
    summary: 'A seccomp profile has one of the types Localhost, RuntimeDefault and Unconfined.',
    why: 'The type says where the container runtime takes the profile from.',
    fix: 'Write type: RuntimeDefault.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSeccompProfileType',
    example: { bad: 'type: runtime/default', good: 'type: RuntimeDefault' },
    visit: {
      seccompProfile(profile, at, report) {
        if (!profile.type) report(required(at.child('type'), 'must be set in a seccompProfile'));
        else if (!TYPES.includes(profile.type))
          report(notSupported(at.child('type'), profile.type, TYPES, didYouMean(profile.type, TYPES)));
      },
    },
  },
  {
    id: 'valid-seccomp-localhost-profile',
    summary:
      'A seccomp profile names a file below the profile directory of the node if and only if its type is Localhost.',
    why: 'Only a Localhost profile is read from a file, and from nowhere but that directory.',
    fix: 'Write a relative path in localhostProfile with type: Localhost, and leave it out with any other type.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSeccompProfileField',
    example: {
      bad: 'type: Localhost\nlocalhostProfile: /profiles/audit.json',
      good: 'type: Localhost\nlocalhostProfile: profiles/audit.json',
    },
    visit: {
      seccompProfile({ type, localhostProfile }, at, report) {
        if (type !== 'Localhost') {
          if (localhostProfile !== undefined)
            report(invalid(at.child('localhostProfile'), localhostProfile, 'must be set with type Localhost only'));
        } else if (localhostProfile === undefined)
          report(required(at.child('localhostProfile'), 'must be set with type Localhost'));
        else
          for (const reason of descendingPath(localhostProfile))
            report(invalid(at.child('localhostProfile'), localhostProfile, reason));
      },
    },
  },
]);
