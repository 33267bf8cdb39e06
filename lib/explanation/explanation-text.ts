import type { JsonPath } from '../comparison/json';
import type { Healing } from '../healing/healing';
import { annotatedYaml } from './annotated-yaml';
import type { ExplainedValue } from './explained-value';
import type { Explanation } from './explanation';
import { podSections, type Section } from './pods-text';

const BOLD = 1;
const DIM = 2;
const CYAN = 36;
const YELLOW = 33;

/** How an explanation is printed. */
export interface ExplanationTextOptions {
  /** Whether colours may be used. Default: false. */
  readonly colour?: boolean;
  /** What the simulator says of the workload. Default: nothing. */
  readonly healing?: Healing;
}

/** An explanation for people: the object as YAML, each value with who set it, then what its pods amount to. */
export function explanationText(explanation: Explanation, options: ExplanationTextOptions = {}): string {
  const { object, kubeVersion, held, values, dropped, undefinedKind, pods } = explanation;
  const paint = (code: number, text: string) => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const remarks = values.map((value) => ({ path: value.path, text: remark(value), ...colourOf(value) }));
  const namespace = object.namespace === undefined ? '' : ` in ${object.namespace}`;
  const title = `# ${object.kind}/${object.name}${namespace}, as Kubernetes ${kubeVersion} holds it`;
  return [
    `${paint(BOLD, title)}\n`,
    undefinedKind ? paint(YELLOW, '# Its kind is defined nowhere here: the server may fill in more.\n') : '',
    annotatedYaml(held, remarks, paint),
    ...dropped.map((path) => `${paint(YELLOW, `# not held, although you wrote it: ${pathText(path)}`)}\n`),
    ...(pods ? podSections(pods, options.healing) : []).map((section) => `\n${sectionText(section, paint)}`),
  ].join('');
}

function remark({ origin, from, written }: ExplainedValue): string {
  if (origin === 'derived') return `derived from ${from}`;
  const changed = written === undefined ? '' : `, where you wrote ${scalarText(written)}`;
  return `${origin}${changed}`;
}

function colourOf({ origin, written }: ExplainedValue): { colour?: number } {
  if (origin === 'default') return { colour: written === undefined ? DIM : YELLOW };
  return origin === 'derived' ? { colour: CYAN } : {};
}

function scalarText(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** A place as the API server writes it: `spec.containers[0].image`. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (/[./]/.test(step)) return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

function sectionText({ title, rows }: Section, paint: (code: number, text: string) => string): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.map(([label, text]) => `#   ${label.padEnd(width)}${text}`);
  return `${paint(BOLD, `# ${title}`)}\n${lines.join('\n')}\n`;
}
