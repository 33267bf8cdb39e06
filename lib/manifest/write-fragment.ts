import { writeManifests } from './write-manifests';

/** The lines of some fields as a block. */
export function inBlock(fields: Readonly<Record<string, unknown>>): string[] {
  return writeManifests([fields]).trimEnd().split('\n');
}

/** A value within a line: `{ drop: [ALL] }`. */
export function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, field]) => `${inFlow(name)}: ${inFlow(field)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  const [line = ''] = inBlock({ value });
  const written = line.slice('value: '.length);
  // What a block may say plainly can end a value in a flow.
  return /[[\]{},?]|^:/.test(written) && !/^["']/.test(written) ? JSON.stringify(value) : written;
}
