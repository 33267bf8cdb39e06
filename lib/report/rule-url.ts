import { catalogue } from '../validation/rules/catalogue';

/** Where the generated lists explain a rule. */
export function ruleUrl(id: string): string {
  const page = catalogue.some((rule) => rule.id === id) ? 'rules' : 'advice-rules';
  return `https://unpkg.com/podwright/docs/${page}.md#${id}`;
}
