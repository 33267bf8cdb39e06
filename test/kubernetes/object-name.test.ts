import { isGeneratedName, nameFormat, nameOnCreate, namePrefixFormat } from '../../lib/kubernetes/object-name';

describe('nameOnCreate', () => {
  test('keeps a name', () => expect(nameOnCreate({ name: 'web', generateName: 'job-' })).toBe('web'));
  test('leaves an object without a prefix alone', () => expect(nameOnCreate({})).toBeUndefined());
  test('adds five characters to a prefix', () =>
    expect(nameOnCreate({ generateName: 'job-' })).toMatch(/^job-[a-z0-9]{5}$/));
  test('takes an empty name for none', () => expect(nameOnCreate({ name: '', generateName: 'job-' })).toMatch(/^job-/));
  test('cuts a prefix so that 63 characters hold the name', () =>
    expect(nameOnCreate({ generateName: 'a'.repeat(100) })).toHaveLength(63));
});

describe('isGeneratedName', () => {
  test('knows the names that it makes', () =>
    expect(isGeneratedName({ name: nameOnCreate({ generateName: 'job-' }), generateName: 'job-' })).toBe(true));
  test.each([[{ name: 'job-1', generateName: 'job-' }], [{ name: 'job-1' }], [{}]])('not %j', (metadata) =>
    expect(isGeneratedName(metadata)).toBe(false),
  );
});

test.each([
  ['ConfigMap', 36, 'a.b', true],
  ['Namespace', 36, 'a.b', false],
  ['Service', 35, '1st', false],
  ['Service', 36, '1st', true],
  ['Role', 36, 'A b', true],
  ['Role', 36, '..', false],
])('the name of a %s in 1.%i may be %s: %s', (kind, minor, name, valid) => {
  expect(nameFormat(kind, minor)(name).length === 0).toBe(valid);
});

test.each([
  ['ConfigMap', 'web-', true],
  ['ConfigMap', 'web.', false],
  ['Role', '..', true],
  ['Role', 'a/b', false],
])('the name of a %s may begin with %s: %s', (kind, prefix, valid) => {
  expect(namePrefixFormat(kind, 36)(prefix).length === 0).toBe(valid);
});
