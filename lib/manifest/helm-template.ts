import { scanLines } from './repair/scan-lines';

/** Why the template of a Helm chart is not read, as a sentence. */
export const HELM_TEMPLATE =
  'A Helm template is no YAML before it is rendered: check the output of `helm template` instead.';

/** An action where YAML has a key, a list item or a value without quotes. */
const ACTION = /^\s*(?:- +)*(?:[\w./-]+:\s+)?\{\{-?\s*(?:[.$("/]|[a-zA-Z]+\b)/;

/**
 * Whether a text contains the actions of a Helm template, such as `{{ .Values.image }}`, where YAML would have to parse
 * them: outside of quotes and of the text in block scalars, which many programs fill with templates of their own.
 */
export function isHelmTemplate(text: string): boolean {
  if (!text.includes('{{')) return false;
  const lines = text.split('\n');
  const kinds = scanLines(lines, 1);
  return lines.some((line, at) => kinds[at] === 'block' && ACTION.test(line));
}
