import { descendingPath } from '../../../kubernetes/local-path';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What a volume of a git repository must be. */
export const gitRepoVolumeSourceRules = defineRules([
  {
    id: 'valid-git-repo-directory',
    summary: 'The directory of a gitRepo is a relative path below the volume.',
    why: 'The repository is cloned into the volume and nowhere else.',
    fix: "Write a path such as sources, or leave directory out for the repository's own name.",
    source: 'kubernetes pkg/apis/core/validation/validation.go validateGitRepoVolumeSource',
    example: {
      bad: '{ repository: "https://example.com/web.git", directory: /sources }',
      good: '{ repository: "https://example.com/web.git", directory: sources }',
    },
    visit: {
      gitRepoVolumeSource({ directory = '' }, at, report) {
        for (const reason of descendingPath(directory)) report(invalid(at.child('directory'), directory, reason));
      },
    },
  },
]);
