import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../validation/diagnostic';

/** Gives the text of a file that a diagnostic points into; undefined where it cannot be read. */
export type SourceText = (file: string) => string | undefined;

/** What a reporter prints. */
export interface Report {
  /** The findings, by the Kubernetes version that was validated for. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly texts: SourceText;
  readonly colour: boolean;
  /** What was left out of validation, each with its reason. */
  readonly skipped?: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
}

/** Texts from memory first, then from disk; each file is read once. */
export function textsOf(memory: SourceText): SourceText {
  const cache = new Map<string, string | undefined>();
  return (file) => {
    if (!cache.has(file)) cache.set(file, memory(file) ?? readText(file));
    return cache.get(file);
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** All findings once each, with the versions that have them. */
export function mergeVersions(diagnostics: Report['diagnostics']): { diagnostic: Diagnostic; versions: string[] }[] {
  const merged = new Map<string, { diagnostic: Diagnostic; versions: string[] }>();
  for (const [version, list] of diagnostics) {
    const seen = new Map<string, number>();
    for (const diagnostic of list) {
      const same = `${diagnostic.object.index} ${diagnostic.yaml?.file} ${diagnostic.rule} ${diagnostic.field} ${diagnostic.reason} ${diagnostic.message}`;
      const count = (seen.get(same) ?? 0) + 1;
      seen.set(same, count);
      const known = merged.get(`${same} ${count}`);
      if (known) known.versions.push(version);
      else merged.set(`${same} ${count}`, { diagnostic, versions: [version] });
    }
  }
  return [...merged.values()];
}

/** `Deployment/web`, with its namespace where it has one. */
export function objectName({ object }: Diagnostic): string {
  const name = object.name === '' ? '(no name)' : object.name;
  return `${object.kind || '(no kind)'}/${object.namespace ? `${object.namespace}/` : ''}${name}`;
}

/** `main.ts:12:3`. */
export function place(position: { file: string; line: number; column: number } | undefined): string | undefined {
  return position && `${position.file}:${position.line}:${position.column}`;
}
