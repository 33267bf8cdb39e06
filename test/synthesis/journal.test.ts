import { type Extent, nextPaths, stalePaths } from '../../lib/synthesis/journal';

const journal = ['old.yaml', 'production/web.yaml', 'staging/old.yaml', 'staging/web.yaml'];

test.each<[string, Extent, string[], string[]]>([
  [
    'the whole folder',
    { paths: ['production/web.yaml', 'staging/web.yaml'], scope: '' },
    ['old.yaml', 'staging/old.yaml'],
    ['production/web.yaml', 'staging/web.yaml'],
  ],
  [
    'one environment',
    { paths: ['staging/new.yaml', 'staging/web.yaml'], scope: 'staging/' },
    ['staging/old.yaml'],
    ['old.yaml', 'production/web.yaml', 'staging/new.yaml', 'staging/web.yaml'],
  ],
  ['one that is new', { paths: ['qa/web.yaml'], scope: 'qa/' }, [], [...journal, 'qa/web.yaml']],
])('a run for %s removes and lists', (_name, extent, stale, next) => {
  expect([stalePaths(journal, extent), nextPaths(journal, extent)]).toEqual([stale, next]);
});
