import { schemaExpressionRules } from '../../../../lib/validation/rules/server/schema-expression';
import { testRules } from '../test-rules';
import { schemaOf } from './custom-resource';

const properties = {
  a: { type: 'integer' },
  b: { type: 'object', properties: { c: { type: 'string' } } },
  d: { type: 'object', additionalProperties: { type: 'string' } },
  e: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  namespace: { type: 'string' },
  'f-g': { type: 'string' },
};
const RULES = 'x-kubernetes-validations';
const ruled = (rule: string, more: object = {}) => schemaOf({ properties, [RULES]: [{ rule, ...more }] });
const itemRuled = (list: object, rule: string) =>
  schemaOf({
    properties: {
      l: {
        type: 'array',
        items: { type: 'object', required: ['k'], properties: { k: { type: 'string' } }, [RULES]: [{ rule }] },
        ...list,
      },
    },
  });
const PLACE = 'spec.validation.openAPIV3Schema.x-kubernetes-validations[0]';
const RULE = `${PLACE}.rule`;
const ITEM_RULE = 'spec.validation.openAPIV3Schema.properties[l].items.x-kubernetes-validations[0].rule';

testRules(schemaExpressionRules, {
  'valid-validation-expression': {
    valid: {
      fields: ruled('self.a > 0 && has(self.b.c)'),
      'entries of a map': ruled("has(self.d.x) || self.d['y'] == 'z'"),
      'names that are escaped': ruled('self.__namespace__ == self.f__dash__g'),
      'a function in the minor after the one that brought it': {
        manifest: ruled('isQuantity(self.b.c)'),
        kubeVersion: '1.29',
      },
      'what every object has': ruled("self.metadata.name == 'a' && self.kind != ''"),
      'a message that is computed': ruled('self.a > 0', { messageExpression: "'not ' + string(self.a)" }),
      'any text of a schema without structure': schemaOf({ properties: { a: {} }, [RULES]: [{ rule: 'self.' }] }),
      'any text beside a default that does not fit': schemaOf({
        properties: { a: { type: 'integer', default: 'b' } },
        [RULES]: [{ rule: 'self.' }],
      }),
      'any text above another mistake': schemaOf({
        properties: { a: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'bag' } },
        [RULES]: [{ rule: 'self.' }],
      }),
    },
    invalid: {
      'a function before': [
        { manifest: ruled('isQuantity(self.b.c)'), kubeVersion: '1.28' },
        `${RULE}: FieldValueInvalid`,
      ],
      'an optional field before there were any': [
        { manifest: ruled('self.?a.orValue(1) > 0'), kubeVersion: '1.28' },
        `${RULE}: FieldValueInvalid`,
      ],
      'no end': [ruled('self.a >'), `${RULE}: FieldValueInvalid`],
      'no such field': [ruled('self.x > 0'), `${RULE}: FieldValueInvalid`],
      'no such field further down': [ruled("self.a > 0 && self.b.x == ''"), `${RULE}: FieldValueInvalid`],
      'a field that is only kept': [ruled('self.e.f == 1'), `${RULE}: FieldValueInvalid`],
      'a word of the language': [ruled("self.namespace == ''"), `${RULE}: FieldValueInvalid`],
      'a variable of admission': [ruled('object.a > 0'), `${RULE}: FieldValueInvalid`],
      'other types': [ruled("self.a == 'b'"), `${RULE}: FieldValueInvalid`],
      'a function that there is not': [ruled("self.b.c.startWith('a')"), `${RULE}: FieldValueInvalid`],
      'neither true nor false': [ruled('self.a + 1'), `${RULE}: FieldValueInvalid`],
      'a message that is no text': [
        ruled('self.a > 0', { messageExpression: 'self.a' }),
        `${PLACE}.messageExpression: FieldValueInvalid`,
      ],
      'no message of a rule that is wrong itself': [
        ruled('self.x', { messageExpression: '1' }),
        `${RULE}: FieldValueInvalid`,
      ],
    },
  },
  'valid-old-self': {
    valid: {
      'an old value': ruled('self.a >= oldSelf.a'),
      'an old value that may be missing': ruled('oldSelf.hasValue() || self.a > 0', { optionalOldSelf: true }),
      'items with keys': itemRuled(
        { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k'] },
        'self.k == oldSelf.k',
      ),
      'items without keys, by themselves': itemRuled({}, "self.k != ''"),
    },
    invalid: {
      'items without keys': [itemRuled({}, 'self.k == oldSelf.k'), `${ITEM_RULE}: FieldValueInvalid`],
      'items of a set': [
        itemRuled({ 'x-kubernetes-list-type': 'atomic' }, 'self.k == oldSelf.k'),
        `${ITEM_RULE}: FieldValueInvalid`,
      ],
      'no old value': [ruled('self.a > 0', { optionalOldSelf: false }), `${PLACE}.optionalOldSelf: FieldValueInvalid`],
      'a rule that is wrong itself': [
        ruled('self.x == oldSelf.x', { optionalOldSelf: true }),
        `${PLACE}.optionalOldSelf: FieldValueInvalid`,
      ],
    },
  },
});
