import { DOCUMENT_LIMIT, TOO_LONG } from './complaints';
import { parseYaml } from './parse-yaml';
import { moveSpan } from './position';
import type { ReadDocument } from './read-document';
import { repairYaml } from './repair/repair-yaml';
import type { DocumentText } from './split-documents';
import { moveFault } from './syntax-problem';

/** Reads one YAML document of a file, or undefined when it holds nothing but comments. */
export function readYaml({ text, start }: DocumentText): ReadDocument | undefined {
  if (text.length > DOCUMENT_LIMIT) return tooLong(start);
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

function tooLong(start: number): ReadDocument {
  return {
    start,
    value: undefined,
    recovered: false,
    faults: [{ ...TOO_LONG, start, end: start + 1 }],
    locate: () => undefined,
  };
}
