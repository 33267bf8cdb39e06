import type { CustomResourceColumnDefinition, CustomResourceDefinition } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { perVersion } from './per-version';

const TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceColumnDefinition';
const VERSION = 'name: v1, storage: true, schema: { openAPIV3Schema: { type: object } }';

/** The columns of a custom resource in kubectl get. */
export const printerColumnRules = defineRules([
  {
    id: 'require-printer-column-name',
    summary: 'A printer column has a name.',
    why: 'It is the heading of the column.',
    fix: 'Write a name such as Age.',
    source: SOURCE,
    example: {
      bad: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ type: string, jsonPath: .spec.size }] }] }`,
      good: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ name: Size, type: string, jsonPath: .spec.size }] }] }`,
    },
    visit: {
      CustomResourceDefinition: visitColumns(({ name }, at, report) => {
        if (!name) report(required(at.child('name')));
      }),
    },
  },
  {
    id: 'valid-printer-column-type',
    summary: 'The type of a printer column is boolean, date, integer, number or string; its format one of OpenAPI.',
    why: 'They tell how the value is written.',
    fix: 'Write type: string, or another of the five; leave format out.',
    source: SOURCE,
    example: {
      bad: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ name: Size, type: text, jsonPath: .spec.size }] }] }`,
      good: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ name: Size, type: string, jsonPath: .spec.size }] }] }`,
    },
    visit: {
      CustomResourceDefinition: visitColumns(({ type, format }, at, report) => {
        const detail = (words: readonly string[]) => `must be one of ${words.join(', ')}`;
        if (!type) report(required(at.child('type'), detail(TYPES)));
        else if (!TYPES.includes(type)) report(invalid(at.child('type'), type, detail(TYPES), didYouMean(type, TYPES)));
        if (format && !FORMATS.includes(format)) report(invalid(at.child('format'), format, detail(FORMATS)));
      }),
    },
  },
  {
    id: 'valid-printer-column-path',
    summary: 'The jsonPath of a printer column begins with a dot.',
    why: 'It leads from the object to the value.',
    fix: 'Write a path such as .spec.size, without braces.',
    source: `${SOURCE}, validateSimpleJSONPath`,
    example: {
      bad: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ name: Size, type: string, jsonPath: '{.spec.size}' }] }] }`,
      good: `spec: { versions: [{ ${VERSION}, additionalPrinterColumns: [{ name: Size, type: string, jsonPath: .spec.size }] }] }`,
    },
    visit: {
      CustomResourceDefinition: visitColumns(({ jsonPath }, at, report) => {
        const field = at.child('JSONPath').standingAt(at.child('jsonPath'));
        if (!jsonPath) report(required(field));
        else if (!jsonPath.startsWith('.'))
          report(invalid(field, jsonPath, 'must be a simple json path starting with .'));
      }),
    },
  },
]);

function visitColumns(check: (column: CustomResourceColumnDefinition, at: FieldPath, report: Report) => void) {
  return ({ spec = {} }: CustomResourceDefinition, _at: FieldPath, report: Report): void => {
    for (const { value, at } of perVersion(spec, 'additionalPrinterColumns'))
      value?.forEach((column, index) => {
        check(column, at.index(index), report);
      });
  };
}
