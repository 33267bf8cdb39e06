#!/usr/bin/env node
import { deferModules } from './defer-modules';
import { processIo } from './io';
import { loadCompiled } from './load-compiled';

const args = process.argv.slice(2);
const command = /^[a-z]+$/.exec(args[0] ?? '')?.[0] ?? 'help';

deferModules();
const { runCli } = loadCompiled(require.resolve('./run-cli'), command, process.cwd()) as typeof import('./run-cli');
runCli(args, processIo).then((code) => {
  process.exitCode = code;
});
