import { parseAllDocuments } from 'yaml';
import { findRule } from '../../../../lib/validation/rules/catalogue';
import { customResourceRules } from '../../../../lib/validation/rules/server/custom-resource';
import { validate } from '../../../../lib/validation/validate';

const found = (yaml: string) =>
  validate(parseAllDocuments(yaml).map((document) => document.toJS())).map(({ rule, field }) => [rule, field]);

const fields: Record<(typeof customResourceRules)[number]['id'], string> = {
  'valid-custom-resource': 'spec.size',
  'unique-list-item': 'spec.tags[2]',
  'valid-by-schema-rules': 'spec',
  'unchecked-schema-rule': '',
};

test.each(customResourceRules.map((rule) => [rule.id, rule] as const))(
  '%s: its example breaks it and keeps it',
  (id, rule) => {
    expect(findRule(id)).toBe(rule);
    expect(found(rule.example.bad)).toEqual([[id, fields[id]]]);
    expect(found(rule.example.good)).toEqual([]);
  },
);
