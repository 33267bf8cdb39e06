import type { JSONSchemaProps, ValidationRule } from '../../../lib/kubernetes/generated/decoded';
import { validate } from '../../../lib/validation/validate';
import { definition, findings, widget } from './widgets';

const PROPERTIES: Record<string, JSONSchemaProps> = {
  min: { type: 'integer' },
  max: { type: 'integer', maximum: 100 },
  ratio: { type: 'number' },
  name: { type: 'string', nullable: true },
  port: { 'x-kubernetes-int-or-string': true },
  namespace: { type: 'string' },
  'a-b': { type: 'string' },
  timeout: { type: 'string', format: 'duration' },
  since: { type: 'string', format: 'date-time' },
  labels: { type: 'object', additionalProperties: { type: 'string' } },
  tags: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
  steps: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
  free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  mode: { type: 'string', enum: ['on', 'off'] },
  size: { type: 'integer', default: 3 },
};

/** What is found in a Widget with this spec, whose schema has this rule for the spec. */
function found(rule: ValidationRule | string, spec: object): string[] {
  const rules = [typeof rule === 'string' ? { rule } : rule];
  return findings(
    { properties: { spec: { type: 'object', properties: PROPERTIES, 'x-kubernetes-validations': rules } } },
    spec,
  );
}

const BROKEN = ['spec: FieldValueInvalid'];
const UNKNOWN = [': NotChecked'];

test.each<[rule: string, kept: object, broken: object]>([
  ['self.min <= self.max', { min: 1, max: 1 }, { min: 2, max: 1 }],
  ['!has(self.min) || self.min > 0', {}, { min: 0 }],
  ['self.ratio * 2.0 <= 1.0', { ratio: 0.5 }, { ratio: 1 }],
  ["self.name.matches('^[a-z]+$')", { name: 'web' }, { name: 'Web' }],
  ['self.port == 80', { port: 80 }, { port: '80' }],
  ['self.__namespace__ == self.a__dash__b', { namespace: 'x', 'a-b': 'x' }, { namespace: 'x', 'a-b': 'y' }],
  ["self.timeout < duration('1m')", { timeout: '59s' }, { timeout: '1h' }],
  ["self.labels.all(k, k.startsWith('app'))", { labels: { app: 'x' } }, { labels: { constructor: 'x' } }],
  ["'a' in self.tags", { tags: ['a'] }, { tags: ['b'] }],
  ['self.steps.all(s, s.id > 0)', { steps: [{ id: 1 }] }, { steps: [{ id: 1 }, { id: 0 }] }],
  ['self.steps.all(s, s.id > 0)', { steps: [] }, { steps: [{}] }],
  ['self.min < self.max', { min: 1, max: 2 }, { min: 1 }],
  ['self.size == 3', {}, { size: 4 }],
])('%s', (rule, kept, broken) => {
  expect(found(rule, kept)).toEqual([]);
  expect(found(rule, broken)).toEqual(BROKEN);
});

test.each<[why: string, rule: string, spec: object]>([
  ['a function that is not known', 'isURL(self.name)', { name: 'x' }],
  ['a time', "self.since < timestamp('2026-01-01T00:00:00Z')", { since: '2025-01-01T00:00:00Z' }],
  ['a null', "self.name == 'x'", { name: null }],
  ['a set compared as a whole', "self.tags == ['a', 'b']", { tags: ['b', 'a'] }],
  ['a field that the schema does not have', 'self.other == 1', {}],
  ['what is inside of a free object', 'self.free.a == 1', { free: { a: 1 } }],
  ['a text that cannot be read', 'self.min >', { min: 1 }],
])('there is no verdict for %s', (_why, rule, spec) => {
  expect(found(rule, spec)).toEqual(UNKNOWN);
});

test.each<[what: string, rule: ValidationRule, expected: string[]]>([
  ['a rule about the old object', { rule: 'self.min == oldSelf.min' }, []],
  ['one that may lack it', { rule: '!oldSelf.hasValue() && self.min > 1', optionalOldSelf: true }, BROKEN],
  ['a reason', { rule: 'false', reason: 'FieldValueForbidden' }, ['spec: FieldValueForbidden']],
  ['a path', { rule: 'false', reason: 'FieldValueRequired', fieldPath: '.max' }, ['spec.max: FieldValueRequired']],
  ['a path in brackets', { rule: 'false', fieldPath: "['a-b']" }, ['spec.a-b: FieldValueInvalid']],
])('%s', (_what, rule, expected) => {
  expect(found(rule, { min: 1 })).toEqual(expected);
});

test('rules count wherever they stand, with the place of the value', () => {
  const positive = { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self > 0' }] };
  const schema: JSONSchemaProps = {
    properties: {
      spec: {
        type: 'object',
        properties: {
          list: { type: 'array', items: positive },
          map: { type: 'object', additionalProperties: positive },
        },
      },
    },
    'x-kubernetes-validations': [{ rule: "self.metadata.name.size() > 5 && self.kind == 'Widget'" }],
  };
  expect(findings(schema, { list: [1, 0], map: { a: -1, b: 1 } })).toEqual([
    ': FieldValueInvalid',
    'spec.list[1]: FieldValueInvalid',
    'spec.map[a]: FieldValueInvalid',
  ]);
});

test('a value of the wrong type hides the rules, one out of its range does not', () => {
  expect(found('false', { mode: 'x' })).toEqual(['spec.mode: FieldValueNotSupported']);
  expect(found('false', { max: 101 })).toEqual(['spec: FieldValueInvalid', 'spec.max: FieldValueInvalid']);
});

test('the message of the rule is shown, else the rule, and never a value', () => {
  const rules = [{ rule: "self.name == 'x'", message: 'must be x' }, { rule: 'int(self.name) > 1' }];
  const schema = {
    properties: { spec: { type: 'object', properties: PROPERTIES, 'x-kubernetes-validations': rules } },
  };
  const messages = validate([widget({ name: 'hunter2' }), definition(schema)]).map(({ rule, message }) => [
    rule,
    message,
  ]);
  expect(messages).toEqual([
    ['valid-by-schema-rules', 'Invalid value: must be x'],
    ['valid-by-schema-rules', expect.stringContaining('`int(self.name) > 1` cannot be evaluated')],
  ]);
  expect(JSON.stringify(messages)).not.toContain('hunter2');
});
