import { printerColumnRules } from '../../../../lib/validation/rules/server/printer-column';
import { validate } from '../../../../lib/validation/validate';
import { testRules } from '../test-rules';
import { crdVersion, customResource } from './custom-resource';

const good = { name: 'Size', type: 'string', jsonPath: '.spec.size' };
const column = (change: object) =>
  customResource({ versions: [crdVersion({ additionalPrinterColumns: [{ ...good, ...change }] })] });
const COLUMN = 'spec.additionalPrinterColumns[0]';

testRules(printerColumnRules, {
  'require-printer-column-name': {
    valid: { 'a name': column({}) },
    invalid: {
      none: [column({ name: '' }), `${COLUMN}.name: FieldValueRequired`],
      'none in one of two versions': [
        customResource({
          versions: [crdVersion(), crdVersion({ name: 'v2', storage: false, additionalPrinterColumns: [{}] })],
        }),
        'spec.versions[1].additionalPrinterColumns[0].name: FieldValueRequired',
      ],
    },
  },
  'valid-printer-column-type': {
    valid: { date: column({ type: 'date' }), 'a format': column({ type: 'integer', format: 'int32' }) },
    invalid: {
      none: [column({ type: '' }), `${COLUMN}.type: FieldValueRequired`],
      'another word': [column({ type: 'text' }), `${COLUMN}.type: FieldValueInvalid`],
      'another format': [column({ format: 'int16' }), `${COLUMN}.format: FieldValueInvalid`],
    },
  },
  'valid-printer-column-path': {
    valid: { 'a filter': column({ jsonPath: '.status.conditions[?(@.type=="Ready")].status' }) },
    invalid: {
      none: [column({ jsonPath: '' }), `${COLUMN}.JSONPath: FieldValueRequired`],
      'no dot': [column({ jsonPath: 'spec.size' }), `${COLUMN}.JSONPath: FieldValueInvalid`],
    },
  },
});

test('shows where the path of a column stands', () => {
  const [found] = validate([column({ jsonPath: 'spec' })]);
  expect(found?.path).toEqual(['spec', 'versions', 0, 'additionalPrinterColumns', 0, 'jsonPath']);
});
