import { Composer, type CST, type Document, Lexer, Parser, YAMLParseError } from 'yaml';
import { LEXEME_LIMIT, NESTING_LIMIT, TOO_DEEP, TOO_MANY_PARTS } from './complaints';
import type { Complaint, Fault } from './syntax-problem';

/** Top-level mistakes after which the rest of a text is not looked at: it is no YAML at all. */
const MOST_ERRORS = 1000;

/**
 * Parses the text of one YAML document with all scalars left as text, in time and memory that have a bound.
 *
 * Does what `parseDocument` of the library does, piece by piece, because the library would parse a hopeless text to
 * its end and make an error, with a stack trace, of every character.
 *
 * @returns the document, or why the text is not read to its end.
 */
export function composeDocument(text: string): { readonly document: Document.Parsed } | { readonly fault: Fault } {
  const composer = new Composer({
    version: '1.1',
    // Every scalar stays text here: `convertNodes` gives it its type. The library's own search for equal keys takes
    // quadratic time, so it is left to `convertNodes` as well.
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const reading: Reading = { text, fault: undefined };
  let first: Document.Parsed | undefined;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    for (const document of composer.compose(readTokens(reading), true, text.length)) {
      if (first === undefined) first = document as Document.Parsed;
      else {
        const [start, end] = document.range ?? [0, 0];
        first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'The text has several documents'));
        break;
      }
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  // The composer makes a document of any text, an empty one too.
  return reading.fault === undefined ? { document: first as Document.Parsed } : { fault: reading.fault };
}

interface Reading {
  readonly text: string;
  fault: Fault | undefined;
}

/** The tokens of a text, up to the limits. */
function* readTokens(reading: Reading): Generator<CST.Token, void> {
  const parser = new Parser();
  let lexemes = 0;
  let errors = 0;
  let brackets = 0;
  const refuse = (complaint: Complaint) => {
    reading.fault = { ...complaint, start: parser.offset, end: parser.offset + 1 };
  };
  for (const lexeme of new Lexer().lex(reading.text)) {
    lexemes += 1;
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > NESTING_LIMIT) return refuse(TOO_DEEP);
    if (lexemes > LEXEME_LIMIT) return refuse(TOO_MANY_PARTS);
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors += 1;
      yield token;
    }
    if (errors > MOST_ERRORS) return;
  }
  yield* parser.end();
}
