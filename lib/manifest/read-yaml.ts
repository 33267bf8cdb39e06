import { DOCUMENT_LIMIT, TOO_LONG } from './complaints';
import { parseYaml } from './parse-yaml';
import type { ReadDocument } from './read-document';
import { repairYaml } from './repair/repair-yaml';
import type { DocumentText } from './split-documents';

/** Reads one YAML document of a file, or undefined when it holds nothing but comments. */
export function readYaml({ text, start }: DocumentText): ReadDocument | undefined {
  if (text.length > DOCUMENT_LIMIT) return tooLong(start);
  const { parsed, faults } = repairYaml(text, parseYaml(text));
  const { value, locate } = parsed;
  if (faults.length === 0 && (value === undefined || value === null)) return undefined;
  return {
    start,
    value: value === null ? undefined : value,
    recovered: faults.length > 0,
    faults: faults.map((fault) => ({ ...fault, start: fault.start + start, end: fault.end + start })),
    locate: (path, part) => {
      const span = locate(path, part);
      return span && { start: span.start + start, end: span.end + start };
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
