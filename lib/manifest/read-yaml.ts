import { DOCUMENT_LIMIT, TOO_LONG } from './complaints';
import { parseYaml } from './parse-yaml';
import { readPlainYaml } from './plain-yaml/read-plain-yaml';
import { type Locate, moveSpan } from './position';
import type { ReadDocument } from './read-document';
import { repairYaml } from './repair/repair-yaml';
import type { DocumentText } from './split-documents';
import { moveFault } from './syntax-problem';

/** Reads one YAML document of a file, or undefined when it holds nothing but comments. */
export function readYaml({ text, start }: DocumentText): ReadDocument | undefined {
  if (text.length > DOCUMENT_LIMIT) return tooLong(start);
  const plain = readPlainYaml(text);
  if (plain) return { start, value: plain, recovered: false, faults: [], locate: locateLater(text, start) };
  const { parsed, faults } = repairYaml(text, parseYaml(text));
  const { value, locate } = parsed;
  if (faults.length === 0 && (value === undefined || value === null)) return undefined;
  const move = (offset: number): number => offset + start;
  return {
    start,
    value: value === null ? undefined : value,
    recovered: faults.length > 0,
    faults: faults.map((fault) => moveFault(fault, move)),
    locate: (path, part) => {
      const span = locate(path, part);
      return span && moveSpan(span, move);
    },
  };
}

/** Places are only asked for where something is wrong, so that the whole reader is not needed before. */
function locateLater(text: string, start: number): Locate {
  let known: Locate | undefined;
  return (path, part) => {
    known ??= parseYaml(text).locate;
    const span = known(path, part);
    return span && moveSpan(span, (offset) => offset + start);
  };
}

function tooLong(start: number): ReadDocument {
  return {
    start,
    value: undefined,
    recovered: false,
    faults: [{ ...TOO_LONG, start, end: start + 1 }],
    locate: () => undefined,
  };
}
