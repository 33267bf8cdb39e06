import { packageJson as own } from '../package-version';
import type { Fields } from './package-json';
import type { Project } from './project';

/** What the app is made with. */
const LIBRARIES = ['cdk8s', 'constructs'];

/** What a project without a test runner gets. */
const TEST_TOOLS = ['@types/jest', '@types/node', 'jest', 'ts-jest', 'typescript'];

/** What `package.json` is to say, in the versions that this package is tested with. */
export function wantedPackageJson(project: Project, name: string): Fields {
  const { packageJson, packageText, testRunner, ignoresOutput } = project;
  const { version, devDependencies } = own();
  const has = (dependency: string) =>
    [packageJson.dependencies, packageJson.devDependencies].some((group) => group?.[dependency] !== undefined);
  const versions = (names: readonly string[]) =>
    Object.fromEntries(names.filter((dependency) => !has(dependency)).map((each) => [each, devDependencies[each]]));
  return {
    ...(packageText === undefined && { name: packageName(name), version: '0.0.0', private: true }),
    scripts: {
      synth: 'podwright synth',
      ...(!ignoresOutput && { check: 'podwright synth --check' }),
      test: { jest: 'jest', vitest: 'vitest run', none: 'tsc && jest' }[testRunner ?? 'none'],
    },
    dependencies: { ...versions(LIBRARIES), ...(!has('podwright') && { podwright: `^${version}` }) },
    ...(testRunner === undefined && { devDependencies: versions(TEST_TOOLS), jest: { preset: 'ts-jest' } }),
  };
}

/** A name that npm takes, from that of a folder. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return name || 'manifests';
}
