import { UsageError } from '../../../lib/cli/command';
import { amendPackageJson, readPackageJson } from '../../../lib/cli/init/package-json';

const WANTED = { private: true, scripts: { check: 'podwright synth --check', test: 'jest' } };

describe('amendPackageJson', () => {
  test.each<[string, string, string, string[]]>([
    [
      'an empty one gets all',
      '{}',
      '{\n  "private": true,\n  "scripts": {\n    "check": "podwright synth --check",\n    "test": "jest"\n  }\n}\n',
      ['private', 'scripts.check', 'scripts.test'],
    ],
    [
      'what is there stays, with its order and indentation',
      '{\n\t"scripts": {\n\t\t"test": "mocha"\n\t},\n\t"private": false\n}\n',
      '{\n\t"scripts": {\n\t\t"test": "mocha",\n\t\t"check": "podwright synth --check"\n\t},\n\t"private": false\n}\n',
      ['scripts.check'],
    ],
    [
      'the test of npm init, which fails, is none',
      '{ "private": true, "scripts": { "check": "x", "test": "echo \\"Error: no test specified\\" && exit 1" } }',
      '{\n  "private": true,\n  "scripts": {\n    "check": "x",\n    "test": "jest"\n  }\n}\n',
      ['scripts.test'],
    ],
    [
      'one that lacks nothing is the same text',
      '{"private":1,"scripts":{"check":"a","test":"b"}}',
      '{"private":1,"scripts":{"check":"a","test":"b"}}',
      [],
    ],
  ])('%s', (_, text, expected, added) => {
    expect(amendPackageJson(text, WANTED)).toEqual({ text: expected, added });
  });

  test('amending again adds nothing', () => {
    const { text } = amendPackageJson('{}', WANTED);
    expect(amendPackageJson(text, WANTED)).toEqual({ text, added: [] });
  });
});

describe('readPackageJson refuses', () => {
  test.each([
    ['what is not JSON', '{ "name": }', /is not JSON .*Nothing was written/],
    ['a list', '[]', /holds no object/],
    ['scripts that are a text', '{ "scripts": "jest" }', /scripts that is no object/],
  ])('%s', (_, text, message) => {
    expect(() => readPackageJson(text)).toThrow(UsageError);
    expect(() => readPackageJson(text)).toThrow(message);
  });
});
