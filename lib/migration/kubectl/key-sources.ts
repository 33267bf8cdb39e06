import { isUtf8 } from 'node:buffer';
import { basename, join } from 'node:path';
import { type FlagSpecs, type FlagValues, wrong } from './flags';
import { type KubectlFiles, splitPair } from './object-parts';

/** The flags that fill a ConfigMap or a Secret. */
export const KEY_FLAGS = {
  'append-hash': { type: 'boolean' },
  'from-env-file': { type: 'list' },
  'from-file': { type: 'list' },
  'from-literal': { type: 'each' },
} as const satisfies FlagSpecs;

const KEY = /^[-._a-zA-Z0-9]+$/;
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/**
 * The keys and their contents that the flags name.
 *
 * Follows kubectl pkg/util/util.go `ParseFileSource`, `ParseLiteralSource` and pkg/util/env_file.go.
 */
export function keysOf(command: string, flags: FlagValues<typeof KEY_FLAGS>, files: KubectlFiles): Map<string, Buffer> {
  const { 'from-env-file': envFiles = [], 'from-file': sources = [], 'from-literal': literals = [] } = flags;
  if (envFiles.length > 0 && sources.length + literals.length > 0)
    throw wrong(command, '--from-env-file goes without --from-file and --from-literal.');
  const keys = new Map<string, Buffer>();
  const add = (key: string, content: Buffer): void => {
    if (!KEY.test(key)) throw wrong(command, `'${key}' is no key; keys are letters, digits, '-', '_' and '.'.`);
    if (keys.has(key)) throw wrong(command, `the key '${key}' is given twice.`);
    keys.set(key, content);
  };
  for (const literal of literals) {
    const [key, value] = splitPair(command, 'from-literal', literal);
    add(key, Buffer.from(value));
  }
  for (const source of sources) for (const [key, path] of filesOf(command, source, files)) add(key, files.read(path));
  for (const file of envFiles)
    for (const [key, value] of envFile(command, files.read(file))) add(key, Buffer.from(value));
  return keys;
}

/** `path`, `key=path`, or a folder. */
function filesOf(command: string, source: string, files: KubectlFiles): [key: string, path: string][] {
  const at = source.indexOf('=');
  if (at === 0) throw wrong(command, `--from-file takes PATH or KEY=PATH, not '${source}'.`);
  if (at > 0) return [[source.slice(0, at), source.slice(at + 1)]];
  const inside = files.list(source);
  if (!inside) return [[basename(source), source]];
  return inside.filter((name) => KEY.test(name)).map((name) => [name, join(source, name)]);
}

function envFile(command: string, bytes: Buffer): [key: string, value: string][] {
  if (!isUtf8(bytes)) throw wrong(command, 'the file of --from-env-file is not UTF-8.');
  return bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, '').trimStart())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [key = '', value] = line.split(/=([\s\S]*)/);
      if (!ENV_NAME.test(key)) throw wrong(command, `--from-env-file: '${key}' is no name of a variable.`);
      if (value === undefined)
        throw wrong(command, `--from-env-file: ${key} has no value; kubectl would take it from its own environment.`);
      return [key, value];
    });
}
