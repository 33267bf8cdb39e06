/** Why the template of a Helm chart is not read, as a sentence. */
export const HELM_TEMPLATE =
  'A Helm template is no YAML before it is rendered: check the output of `helm template` instead.';

// An action outside of quotes, where YAML expects a key, a list item or a value. A template inside a block scalar, as in
// the configuration of many programs, has to be indented and stands alone on no line that has a key.
const ACTION = /^[ \t]*(?:- +)*(?:[\w./-]+:[ \t]+)?\{\{-?[ \t]*(?:[.$(/]|[a-zA-Z]+\b)/m;

/** Whether a text that is no YAML contains the actions of a Helm template, such as `{{ .Values.image }}`, outside of quotes. */
export function isHelmTemplate(text: string): boolean {
  return ACTION.test(text);
}
