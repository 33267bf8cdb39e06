import { gitRepoVolumeSourceRules } from '../../../../lib/validation/rules/server/git-repo-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const directory = (path?: string) =>
  pod({ volumes: [{ name: 'data', gitRepo: { repository: 'r', directory: path } }] });
const at = 'spec.volumes[0].gitRepo.directory';

testRules(gitRepoVolumeSourceRules, {
  'valid-git-repo-directory': {
    valid: { none: directory(), 'the volume itself': directory('.'), below: directory('a/b') },
    invalid: {
      absolute: [directory('/a'), `${at}: FieldValueInvalid`],
      'a step up': [directory('a/../b'), `${at}: FieldValueInvalid`],
      both: [directory('/..'), `${at}: FieldValueInvalid`, `${at}: FieldValueInvalid`],
    },
  },
});
