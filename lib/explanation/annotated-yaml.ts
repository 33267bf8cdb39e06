import type { JsonObject, JsonPath } from '../comparison/json';
import { readManifests } from '../manifest/read-manifests';
import { writeManifests } from '../manifest/write-manifests';

/** A remark on one value of an object, and the colour code of its line; none: as it is. */
export interface Remark {
  readonly path: JsonPath;
  readonly text: string;
  readonly colour?: number;
}

/** Remarks stand one below the other, as far as lines are no longer than this. */
const WIDEST = 64;
const BLOCK = /[|>][+-]?\d*$/;

/**
 * An object as YAML with a comment beside each value that there is a remark on: still the same object to who reads it.
 *
 * @param paint Colours a line.
 */
export function annotatedYaml(
  object: JsonObject,
  remarks: readonly Remark[],
  paint: (code: number, text: string) => string = (_code, text) => text,
): string {
  const text = writeManifests([object]);
  const lines = text.split('\n').slice(0, -1);
  const [document] = readManifests(text, { file: 'explained.yaml' }).documents;
  const beside = new Map<number, Remark>();
  const above = new Map<number, Remark>();
  for (const remark of remarks) {
    const line = (document?.positionOf(remark.path)?.line ?? 0) - 1;
    const end = document?.positionOf(remark.path, 'value');
    const isWhole = end?.line === line + 1 && (!isOpen(lines, line) || BLOCK.test(lines[line] ?? ''));
    (isWhole ? beside : above).set(line, remark);
  }
  const widths = [...beside.keys()].map((line) => lines[line]?.length ?? 0).filter((width) => width <= WIDEST);
  const column = Math.max(0, ...widths) + 2;
  const written = lines.flatMap((line, index) => {
    const [remark, before] = [beside.get(index), above.get(index)];
    const own = remark ? painted(`${line.padEnd(column - 2)}  # ${remark.text}`, remark, paint) : line;
    return before ? [painted(`${/^ */.exec(line)?.[0]}# ${before.text}`, before, paint), own] : [own];
  });
  return `${written.join('\n')}\n`;
}

/** Whether a text in quotes goes on in the next line, where a comment would be part of it. */
function isOpen(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const [, quote] = /(?:: |- |^)(["'])/.exec(line) ?? [];
  return quote !== undefined && !line.endsWith(quote);
}

function painted(text: string, { colour }: Remark, paint: (code: number, text: string) => string): string {
  return colour === undefined ? text : paint(colour, text);
}
