import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readComments } from '../../manifest/read-comments';
import { readManifests } from '../../manifest/read-manifests';
import { chartIds } from '../../migration/input/chart-ids';
import type { ReadObject } from '../../migration/input/take-objects';
import { kubectlObjects } from '../../migration/kubectl/kubectl-objects';
import { splitWords } from '../../migration/kubectl/split-words';
import { objectAt } from '../../migration/plain-object';
import { findFiles } from '../files/find-files';
import type { Io } from '../io';

/** Where objects come from. */
export interface Input {
  /** What it is called in messages. */
  readonly name: string;
  /** The id of its chart. */
  readonly chart: string;
  /** The text of a file; undefined for command lines. */
  readonly bytes?: Buffer;
  readonly objects: readonly ReadObject[];
}

const KUBECTL = 'kubectl';
const STDIN = '-';

/**
 * What the operands of the command name: files, folders, globs, `-`, and command lines of kubectl, as words or each as one
 * text. The objects of all command lines belong together.
 */
export function readInput(operands: readonly string[], io: Io): Input[] {
  const at = operands.indexOf(KUBECTL);
  const words = at < 0 ? [] : operands.slice(at);
  const before = at < 0 ? operands : operands.slice(0, at);
  const lines = before.filter(isCommandLine).map(splitWords);
  const files = before.filter((operand) => !isCommandLine(operand));
  const commands = words.length > 0 ? [...lines, words] : lines;
  return [...readFiles(findFiles(files), io), ...(commands.length > 0 ? [runCommands(commands)] : [])];
}

function isCommandLine(operand: string): boolean {
  return /^kubectl\s/.test(operand.trimStart());
}

function readFiles(files: readonly string[], io: Io): Input[] {
  const ids = chartIds(files);
  return files.map((file, index) => {
    const bytes = file === STDIN ? io.stdin() : readFileSync(file);
    const name = file === STDIN ? 'stdin' : file;
    const objects = objectsIn(name, bytes);
    return { name, bytes, objects, chart: file === STDIN ? nameOfFirst(objects) : (ids[index] ?? file) };
  });
}

function objectsIn(file: string, bytes: Buffer): ReadObject[] {
  const { text, documents } = readManifests(bytes, { file });
  const comments = readComments(text);
  return documents.map(({ document, object, path }) => ({
    object,
    comments: comments
      .filter((one) => one.document === document && path.every((key, index) => one.path[index] === key))
      .map((one) => ({ ...one, path: one.path.slice(path.length) })),
  }));
}

function runCommands(commands: readonly (readonly string[])[]): Input {
  const files = {
    read: (path: string) => readFileSync(path),
    list: (path: string) =>
      statSync(path).isDirectory() ? readdirSync(path).filter(isFileIn(path)).sort() : undefined,
  };
  const objects = commands.flatMap((words) => kubectlObjects(words, files)).map((object) => ({ object, comments: [] }));
  return { name: KUBECTL, objects, chart: nameOfFirst(objects) };
}

function isFileIn(folder: string): (name: string) => boolean {
  return (name) => statSync(`${folder}/${name}`).isFile();
}

function nameOfFirst([first]: readonly ReadObject[]): string {
  return chartIds([String(objectAt(first?.object, 'metadata').name ?? 'chart')])[0] ?? 'chart';
}
