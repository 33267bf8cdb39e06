import { readManifests } from '../../lib/manifest/read-manifests';
import { inFlow } from '../../lib/manifest/write-fragment';

test.each([
  ['words and numbers', ['a', 1, true]],
  ['an object', { drop: ['ALL'], 'a/b': { c: '' } }],
  ['what ends a value in brackets', ['a,b', '[a]', '{a}', 'http://a?b=c', { 'a?': 'b' }]],
  ['what begins as something else', [':80', '?', '- a', '*a', '&a', '@a', '# a', 'yes', '1', 'null', '"a"', "it's"]],
])('writes %s in brackets as kubectl reads it', (_name, value) => {
  const { documents, problems } = readManifests(`a: ${inFlow(value)}\n`, { file: 'web.yaml' });
  expect([problems, documents[0]?.object]).toEqual([[], { a: value }]);
});
