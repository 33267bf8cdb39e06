import { DOCUMENT_LIMIT, TOO_LONG } from './complaints';
import { PlainPlaces } from './plain-yaml/plain-places';
import { readPlainYaml } from './plain-yaml/read-plain-yaml';
import { type Locate, moveSpan } from './position';
import type { ReadDocument } from './read-document';
import type { DocumentText } from './split-documents';
import { moveFault } from './syntax-problem';

/** Reads one YAML document of a file, or undefined when it holds nothing but comments. */
export function readYaml({ text, start }: DocumentText): ReadDocument | undefined {
  if (text.length > DOCUMENT_LIMIT) return tooLong(start);
  const plain = readPlainYaml(text);
  if (plain) return { start, value: plain, recovered: false, faults: [], locate: locateLater(text, start) };
  const { repairYaml } = require('./repair/repair-yaml') as typeof import('./repair/repair-yaml');
  const { parsed, faults } = repairYaml(text, wholeReader().parseYaml(text));
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

/** Places are only asked for where something is wrong, and few of them need the whole reader. */
function locateLater(text: string, start: number): Locate {
  let places: PlainPlaces | undefined;
  let whole: Locate | undefined;
  return (path, part) => {
    places ??= new PlainPlaces(text);
    let span = part === 'key' || path.length === 0 ? places.find(path) : 'unclear';
    if (span === 'unclear') {
      whole ??= wholeReader().parseYaml(text).locate;
      span = whole(path, part);
    }
    return span && moveSpan(span, (offset) => offset + start);
  };
}

/** The YAML library takes as long to load as to read hundreds of documents that are written plainly. */
function wholeReader() {
  return require('./parse-yaml') as typeof import('./parse-yaml');
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
