#!/usr/bin/env node
import { deferYaml } from './defer-yaml';
import { processIo } from './io';
import { loadCompiled } from './load-compiled';

const args = process.argv.slice(2);
const command = /^[a-z]+$/.exec(args[0] ?? '')?.[0] ?? 'help';

deferYaml();
const { runCli } = loadCompiled(require.resolve('./run-cli'), command, process.cwd()) as typeof import('./run-cli');
runCli(args, processIo).then((code) => {
  process.exitCode = code;
});
