import { fixForVolume } from '../../../../lib/validation/rules/server/fix-for-volume';

const data = { name: 'data', emptyDir: {} };
const volumes = [data, { name: 'Broken', emptyDir: {} }, { emptyDir: {} }];
const valid = new Map([['data', data]]);

test.each([
  ['misspelt', 'dat', { fix: 'Did you mean data?' }],
  ['not valid itself', 'Broken', { fix: 'Correct the volume of this name.' }],
  ['without a name, as the volume', '', { fix: 'Correct the volume of this name.' }],
  ['like nothing that is there', 'configuration', {}],
])('%s', (_, name, fix) => {
  expect(fixForVolume(name, { volumes }, valid)).toEqual(fix);
});

test('a pod without volumes', () => {
  expect(fixForVolume('data', {}, new Map())).toEqual({});
});
