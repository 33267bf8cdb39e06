import { DOCUMENT_LIMIT, TOO_LONG } from './complaints';
import { parseYaml } from './parse-yaml';
import type { ReadDocument } from './read-document';
import type { DocumentText } from './split-documents';

/** Reads one YAML document of a file, or undefined when it holds nothing but comments. */
export function readYaml({ text, start }: DocumentText): ReadDocument | undefined {
  if (text.length > DOCUMENT_LIMIT) return tooLong(start);
  const { value, errors, faults, locate } = parseYaml(text);
  if (errors.length === 0 && (value === undefined || value === null)) return undefined;
  return {
    start,
    value,
    recovered: errors.length > 0 || faults.length > 0,
    faults: [
      ...errors.map(({ pos }) => ({
        rule: 'valid-yaml' as const,
        message: 'The text is not YAML here',
        fix: 'Mend it',
        start: pos[0],
        end: pos[1],
      })),
      ...faults,
    ].map((fault) => ({ ...fault, start: fault.start + start, end: fault.end + start })),
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
