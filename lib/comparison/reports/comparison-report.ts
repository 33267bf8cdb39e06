import type { Comparison, FileDifference } from '../compare-files';
import { EFFECTS, type Effect } from '../effect';
import type { ObjectChange, ObjectName } from '../object-change';

/** What a report of a comparison shows. */
export interface ComparisonReport extends Comparison {
  /** Whether the files before are what is committed and those after what is rendered, or just two sets of files. */
  readonly purpose: 'check' | 'diff';
  readonly colour: boolean;
}

const CHECK_WORDS: Readonly<Record<FileDifference['state'], string>> = {
  added: 'missing',
  removed: 'extra: the app no longer makes it',
  changed: 'out of date',
  formatting: 'formatting only',
  malformed: 'not readable',
};

const DIFF_WORDS: Readonly<Record<FileDifference['state'], string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  formatting: 'formatting only',
  malformed: 'not readable',
};

/** What is the matter with a file: `missing`, or where it cannot be read and why. */
export function fileState({ state, problem }: FileDifference, purpose: ComparisonReport['purpose']): string {
  const word = (purpose === 'check' ? CHECK_WORDS : DIFF_WORDS)[state];
  return problem ? `${word}: ${problem.file}:${problem.line}:${problem.column} ${problem.message}` : word;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not obey what a manifest holds
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f-\x9f]/g;

/** A line of text without control characters other than tabs. */
export function printable(line: string): string {
  return line.replace(CONTROL, '\ufffd');
}

/** `Deployment/shop/web`; a renamed object has its old name as well. */
export function changeTitle({ object, renamedFrom }: ObjectChange): string {
  return renamedFrom ? `${title(object)}, formerly ${title(renamedFrom)}` : title(object);
}

function title({ kind, namespace, name }: ObjectName): string {
  return printable(`${kind || '(no kind)'}/${namespace ? `${namespace}/` : ''}${name || '(no name)'}`);
}

/** `scales: from 3 to 2`. */
export function effectText({ kind, detail }: Effect): string {
  return detail === '' ? EFFECTS[kind] : `${EFFECTS[kind]}: ${printable(detail)}`;
}

/** The effects of an object in words; an object that is only written differently has one of its own. */
export function effectTexts({ change, effects }: ObjectChange): string[] {
  return change === 'formatting' ? ['formatting only'] : effects.map(effectText);
}

/** `2 files, 3 objects differ`. */
export function differenceCounts({ files, objects }: Comparison): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const counts = [
    ...(files.length > 0 ? [count(files.length, 'file')] : []),
    ...(objects.length > 0 ? [count(objects.length, 'object')] : []),
  ];
  const isOne = files.length + objects.length === 1;
  return counts.length === 0 ? 'no differences' : `${counts.join(', ')} ${isOne ? 'differs' : 'differ'}`;
}
