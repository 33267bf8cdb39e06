import { schemaDialectRules } from '../../../../lib/validation/rules/server/schema-dialect';
import { testRules } from '../test-rules';
import { fieldOf, schemaOf } from './custom-resource';

const $schema = 'http://json-schema.org/schema#';
const ROOT = 'spec.validation.openAPIV3Schema';

testRules(schemaDialectRules, {
  'no-schema-dialect': {
    valid: {
      none: schemaOf({}),
      'one beside a type that is unknown': schemaOf({ $schema, properties: { a: { type: 'text' } } }),
      'one beside a list type that is unknown': schemaOf({
        $schema,
        properties: { a: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'bag' } },
      }),
    },
    invalid: {
      'at the root': [schemaOf({ $schema }), `${ROOT}: FieldValueInvalid`],
      'in a field': [fieldOf({ type: 'string', $schema }), `${ROOT}: FieldValueInvalid`],
    },
  },
});
