import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../lib/synthesis/config';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configOf = (text: string) => {
  writeFileSync(join(folder, 'cdk8s.yaml'), text);
  return readConfig(folder);
};

test('an absent file says nothing', () => expect(readConfig(folder)).toEqual({}));

test.each<[string, string, Config]>([
  ['plain fields', 'language: typescript\napp: main.ts\noutput: out\n', { app: 'main.ts', output: 'out' }],
  ['comments', '# ours\napp: npx tsx main.ts\n', { app: 'npx tsx main.ts' }],
  ['quotes', 'app: "main.ts"\n', { app: 'main.ts' }],
  ['a version that YAML reads as a number', 'kubeVersion: 1.29\n', { kubeVersion: '1.29' }],
  ["cdk8s-cli's own fields", 'app: main.ts\nimports:\n  - k8s\nvalidations:\n  - package: x\n', { app: 'main.ts' }],
  ['environments', 'environments: [staging, production]\n', { environments: ['staging', 'production'] }],
  ['an empty file', '', {}],
])('reads %s', (_name, text, config) => expect(configOf(text)).toEqual(config));

test.each([
  ['a misspelt field', 'aap: main.ts\n', 'did you mean app?'],
  ['a misspelt version', 'kubeversion: "1.29"\n', 'did you mean kubeVersion?'],
  ['a list', '- app\n', 'must hold fields'],
  ['a misspelt list', 'environment: [staging]\n', 'did you mean environments?'],
  ['one environment', 'environments: staging\n', 'environments must be a list'],
  ['no environments', 'environments: []\n', 'environments must be a list'],
  ['an environment that stands twice', 'environments: [a, a]\n', 'environments must be a list of different names'],
  ['an environment whose folder would be elsewhere', 'environments: [../a]\n', 'names of folders'],
  ['a wrong type', 'app: [main.ts]\n', 'app must be a text'],
  ['broken YAML', 'app: "main.ts\n', 'is not YAML'],
])('refuses %s', (_name, text, message) => {
  expect(() => configOf(text)).toThrow(
    expect.objectContaining({ code: 'ERR_CONFIG', message: expect.stringContaining(message) }),
  );
});

test('refuses what it cannot read', () => {
  mkdirSync(join(folder, 'cdk8s.yaml'));
  expect(() => readConfig(folder)).toThrow(expect.objectContaining({ code: 'ERR_CONFIG' }));
});
