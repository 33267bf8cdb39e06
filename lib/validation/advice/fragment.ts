import { writeManifests } from '../../manifest/write-manifests';
import type { Change } from '../finding';

type Fragment = Readonly<Record<string, unknown>>;

/**
 * A change in both languages, to be written when somebody reads it.
 *
 * @param yaml The fields of the object as it is to be.
 * @param typescript The same as props of our constructs, where these nest them otherwise: containers, ports, variables
 * and volumes are keyed by name there.
 */
export function changeTo(yaml: Fragment, typescript: Fragment = yaml): () => Change {
  return () => ({ typescript: typescriptOf(typescript), yaml: yamlOf(yaml) });
}

/** The fields of an object as YAML, without a line break at the end. */
export function yamlOf(fragment: Fragment): string {
  return writeManifests([fragment]).trimEnd();
}

/** The fields of an object as they stand in the props of a construct: `startupProbe: { periodSeconds: 2 }`. */
export function typescriptOf(fragment: Fragment): string {
  return fieldsOf(fragment).join(',\n');
}

function fieldsOf(object: object): string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [`${nameOf(name)}: ${literal(value)}`],
  );
}

function nameOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = fieldsOf(value);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** As the formatter writes it: single quotes, unless only double ones need no escapes. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
