import { parseAllDocuments } from 'yaml';
import type { AdviceRule } from '../../../lib/validation/advice-rule';
import { validate } from '../../../lib/validation/validate';
import type { ValidateOptions } from '../../../lib/validation/validate-options';
import { testTables } from './test-tables';

type Manifest = Record<string, unknown>;

/** A case: one manifest, several that are one app, or these with options such as the Kubernetes version. */
type Case =
  | Manifest
  | readonly Manifest[]
  | ({ readonly manifests: Manifest | readonly Manifest[] } & Pick<ValidateOptions, 'kubeVersion' | 'oneApp'>);

/**
 * The cases of one rule. The findings of an invalid case are written `field: what the message says of it` (a part of
 * the message), with the object's number in front where the case has several: `1 spec.replicas: 0 s`.
 */
export interface AdviceTable {
  readonly valid: Record<string, Case>;
  readonly invalid: Record<string, readonly [Case, ...findings: string[]]>;
}

/** Tests every rule of a file of advice with its table; a rule without a table, or a table without a rule, fails. */
export function testAdvice(rules: readonly AdviceRule[], tables: Record<string, AdviceTable>): void {
  testTables(rules, tables, testTable);
}

function testTable(rule: AdviceRule, { valid, invalid }: AdviceTable): void {
  test('its example breaks it and keeps it', () => {
    expect(found(rule, manifestsIn(rule.example.bad))).not.toEqual([]);
    expect(found(rule, manifestsIn(rule.example.good))).toEqual([]);
  });
  test.each(Object.entries(valid))('is content with %s', (_name, given) => expect(found(rule, given)).toEqual([]));
  test.each(Object.entries(invalid))('minds %s', (_name, [given, ...expected]) => {
    const messages = found(rule, given);
    // Each expected finding is compared with the message that it is a part of, so that a difference shows both whole.
    const said = expected.map((text) => {
      const [field = '', part = ''] = splitAt(text, ': ');
      return messages.find((message) => message.startsWith(`${field}: `) && message.includes(part)) ?? text;
    });
    expect(messages.sort()).toEqual(said.sort());
  });
}

/** What a rule says of manifests that the server accepts, each as `field: message`. */
export function found(rule: AdviceRule, given: Case): string[] {
  const { manifests, ...options } = 'manifests' in given ? given : { manifests: given };
  const list = structuredClone([manifests].flat()) as Manifest[];
  const oldest = rule.until === undefined ? {} : { kubeVersion: `1.${rule.until}` };
  const all = validate(list, { ...oldest, oneApp: true, profile: 'none', rules: { [rule.id]: 'warning' }, ...options });
  expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
  return all
    .filter((diagnostic) => diagnostic.rule === rule.id)
    .map(({ object, field, message }) => `${list.length > 1 ? `${object.index} ` : ''}${field}: ${message}`);
}

/** The documents of a YAML text. */
export function manifestsIn(yaml: string): Manifest[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
