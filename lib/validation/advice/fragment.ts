import { writeManifests } from '../../manifest/write-manifests';
import type { Change } from '../finding';

/** A fragment that is the same in both languages, to be written when somebody reads it. */
export function changeTo(fragment: Readonly<Record<string, unknown>>): () => Change {
  return () => ({ typescript: typescriptOf(fragment), yaml: yamlOf(fragment) });
}

/** The fields of an object as YAML, without a line break at the end. */
export function yamlOf(fragment: Readonly<Record<string, unknown>>): string {
  return writeManifests([fragment]).trimEnd();
}

/** The fields of an object as they stand in the props of a construct: `startupProbe: { periodSeconds: 2 }`. */
export function typescriptOf(fragment: Readonly<Record<string, unknown>>): string {
  return fieldsOf(fragment).join(',\n');
}

function fieldsOf(object: object): string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [`${nameOf(name)}: ${valueOf(value)}`],
  );
}

function nameOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function valueOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(valueOf).join(', ')}]`;
  const fields = fieldsOf(value);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** As the formatter writes it: single quotes, unless only double ones need no escapes. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
