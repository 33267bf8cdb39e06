import type { Fault } from './syntax-problem';

/** The text of one YAML document and the offset in the file at which it starts, always the start of a line. */
export interface DocumentText {
  readonly text: string;
  readonly start: number;
}

const SEPARATOR = /^---(.*)$/gm;

/**
 * Splits a file into its YAML documents as `kubectl` does: at lines that begin with `---` and hold nothing else but a
 * comment. Follows apimachinery pkg/util/yaml/decoder.go `YAMLReader.Read`.
 */
export function splitDocuments(text: string): { documents: DocumentText[]; faults: Fault[] } {
  const documents: DocumentText[] = [];
  const faults: Fault[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    const rest = (match[1] ?? '').trim();
    const lineEnd = match.index + match[0].length;
    if (rest !== '' && !rest.startsWith('#')) {
      faults.push({
        rule: 'valid-document-separator',
        message: 'Something stands on the line of the document separator `---`',
        fix: `Put it on the next line: \`kubectl\` takes only a comment after \`---\``,
        start: match.index,
        end: lineEnd,
      });
      documents.push({ text: text.slice(start, match.index), start });
      start = match.index + 3;
      continue;
    }
    documents.push({ text: text.slice(start, match.index), start });
    start = Math.min(lineEnd + 1, text.length);
  }
  documents.push({ text: text.slice(start), start });
  return { documents: documents.filter(({ text: content }) => /\S/.test(content)), faults };
}
