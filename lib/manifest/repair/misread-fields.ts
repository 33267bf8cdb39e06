import type { Locate, ManifestPath } from '../position';
import type { Repair } from './broken-text';
import { addColon, addSpaceAfterColon } from './colons';

/** Fields that hold an object in every Kubernetes type that has them, so that a text there is a block that was misread. */
const OBJECT_FIELDS = new Set([
  'annotations',
  'configMapKeyRef',
  'exec',
  'fieldRef',
  'grpc',
  'httpGet',
  'labels',
  'lifecycle',
  'limits',
  'livenessProbe',
  'matchLabels',
  'metadata',
  'nodeSelector',
  'postStart',
  'preStop',
  'readinessProbe',
  'requests',
  'secretKeyRef',
  'securityContext',
  'startupProbe',
  'tcpSocket',
  'valueFrom',
]);

/** Whether a field of this name holds an object wherever it stands. */
export function isObjectField(name: string): boolean {
  return OBJECT_FIELDS.has(name);
}

/** Fields of which even a text on the same line (`httpGet: port 80`) can only be a misread object. */
const HANDLERS = new Set(['httpGet', 'tcpSocket']);

/**
 * Repairs for blocks that are valid YAML but were read as a text, because a colon or the space behind it is missing:
 * `patch /` and `port 80` below `httpGet:` become one text.
 */
export function misreadFields(value: unknown, lines: readonly string[], locate: LocateLine): Repair[] {
  return suspects(value, []).flatMap((path) => {
    const from = locate(path, 'key', 'start');
    const start = locate(path, 'value', 'start');
    const end = locate(path, 'value', 'end');
    if (!from || !start || !end || /["'|>&*!]/.test(lines[start.line]?.[start.column] ?? '')) return [];
    if (start.line === from.line) return sameLine(start.line, start.column, lines, path);
    const repairs: Repair[] = [];
    for (let line = start.line; line <= end.line; line++) {
      const text = lines[line] ?? '';
      if (/^\s*(?:#|- |$)/.test(text)) continue;
      const repair = addSpaceAfterColon(line, text) ?? addColon(line, text);
      if (!repair) return [];
      repairs.push(repair);
    }
    return repairs;
  });
}

/** Finds the line and column, counted from 0, of the start or end of a key or value. */
export type LocateLine = (
  path: ManifestPath,
  part: Parameters<Locate>[1],
  edge: 'start' | 'end',
) => { line: number; column: number } | undefined;

function sameLine(line: number, column: number, lines: readonly string[], path: ManifestPath): Repair[] {
  const text = lines[line] ?? '';
  const inner = text.slice(column);
  const repair = HANDLERS.has(String(path.at(-1)))
    ? (addSpaceAfterColon(line, inner) ?? addColon(line, inner))
    : undefined;
  const mended = repair?.edits.get(line);
  if (!repair || mended === undefined || inner.includes('#')) return [];
  return [
    {
      ...repair,
      edits: new Map([[line, `${text.slice(0, column)}{${mended.trim()}}`]]),
      start: repair.start + column,
      end: repair.end + column,
    },
  ];
}

function suspects(value: unknown, path: ManifestPath): ManifestPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => suspects(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? OBJECT_FIELDS.has(name) && inner !== ''
        ? [[...path, name]]
        : []
      : suspects(inner, [...path, name]),
  );
}
