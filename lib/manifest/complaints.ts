import type { Complaint } from './syntax-problem';

/** Values nested deeper than this are refused: Kubernetes types end long before, and every reader of an object recurses. */
export const NESTING_LIMIT = 200;

/** How many values the aliases (`*name`) of one document may stand for. */
export const ALIAS_LIMIT = 100_000;

/** How many parts (words, marks, line breaks) one YAML document may have: some 100,000 lines. The reader keeps them all. */
export const LEXEME_LIMIT = 800_000;

/** How long one YAML document may be, in characters. An API server takes requests of up to 3 MiB; a List holds several. */
export const DOCUMENT_LIMIT = 16 * 1024 * 1024;

export const TOO_DEEP: Complaint = {
  rule: 'valid-nesting-depth',
  message: `Values are nested more than ${NESTING_LIMIT} levels deep`,
  fix: 'Flatten the value: no Kubernetes object nests this deep',
};

export const TOO_MANY_ALIASES: Complaint = {
  rule: 'no-excessive-aliases',
  message: `The aliases (\`*name\`) of this document stand for more than ${ALIAS_LIMIT} values`,
  fix: 'Write the values out, or generate the file',
};

export const TOO_LONG: Complaint = {
  rule: 'valid-document-size',
  message: `The document is longer than ${DOCUMENT_LIMIT / 1024 / 1024} MiB, which no API server takes`,
  fix: 'Split it into several documents, or move the data out of the object',
};

export const TOO_MANY_PARTS: Complaint = {
  rule: 'valid-document-size',
  message: 'The document has more than 100,000 lines or so, which no object has',
  fix: 'Split it into several documents, each with one object or a shorter list of them',
};

export const INVALID_KEY: Complaint = {
  rule: 'valid-key',
  message: 'The name of a field has to be text: null, a list or an object cannot be one',
  fix: 'Put the name in quotes; a value that begins with `{` or `[` needs quotes as well',
};

export function repeatedKey(name: string): Complaint {
  return {
    rule: 'unique-keys',
    message: `The field \`${name}\` is set twice in the same object, and only the last one counts`,
    fix: `Keep one \`${name}\`, or move this one to the object where it belongs`,
  };
}
