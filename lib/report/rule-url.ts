/** Where the generated rule list explains a rule. */
export function ruleUrl(id: string): string {
  return `https://unpkg.com/podwright/docs/rules.md#${id}`;
}
