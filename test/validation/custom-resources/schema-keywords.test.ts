import { SERVER_KEYWORDS } from '../../../lib/validation/custom-resources/schema-keywords';

const accepts = (keyword: string, limit: unknown, value: unknown, beside: object = {}) =>
  SERVER_KEYWORDS[keyword]?.(limit, value, beside);

test.each<[string, unknown, unknown, object, boolean]>([
  ['minimum', 0.5, 0, {}, true],
  ['minimum', 0.5, 0.4, {}, false],
  ['minimum', 0.5, 1, { type: ['integer', 'null'] }, false],
  ['exclusiveMaximum', 2.5, 2, {}, false],
  ['maximum', 2.5, 2.5, { type: 'number' }, true],
  ['multipleOf', 2, 4, { type: 'integer' }, true],
  ['multipleOf', 0.5, 4, {}, false],
  ['multipleOf', 0.1, 0.3, {}, true],
  ['multipleOf', 0, 0.3, {}, false],
  ['enum', [1], 1.9, {}, true],
  ['enum', [1.5], 1.5, {}, true],
  ['enum', [null], null, {}, false],
  ['enum', [{ a: [1] }], { a: [1] }, {}, true],
  ['int32', true, -(2 ** 31) - 1, {}, false],
  ['int64', true, 2 ** 63, {}, false],
])('%s %j of %j', (keyword, limit, value, beside, expected) => {
  expect(accepts(keyword, limit, value, beside)).toBe(expected);
});
