import type { PackageManager, Project } from './project';

/** How each package manager installs, for a developer and for CI, and runs what is installed. */
export const COMMANDS: Record<PackageManager, { install: string; installLocked: string; test: string; run: string }> = {
  npm: { install: 'npm install', installLocked: 'npm ci', test: 'npm test', run: 'npx' },
  pnpm: {
    install: 'pnpm install',
    installLocked: 'pnpm install --frozen-lockfile',
    test: 'pnpm test',
    run: 'pnpm exec',
  },
  yarn: { install: 'yarn install', installLocked: 'yarn install --immutable', test: 'yarn test', run: 'yarn' },
};

/** The workflow of GitHub Actions that has every commit pass what a developer is told to run. */
export function workflowOf({ ignoresOutput, packageManager }: Project): string {
  const { installLocked, test, run } = COMMANDS[packageManager];
  const setUp = packageManager === 'pnpm' ? '      - uses: pnpm/action-setup@v4\n' : '';
  // Manifests that are not committed cannot be compared.
  const check = ignoresOutput ? '' : `      - run: ${run} podwright synth --check --format github\n`;
  return `name: Manifests
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  manifests:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${setUp}      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: ${packageManager}
      - run: ${installLocked}
      - run: ${test}
${check}`;
}
