import { scaleFindings } from '../../../lib/validation/custom-resources/scale-findings';

const found = (object: Record<string, unknown>, paths: object = {}) =>
  scaleFindings(object, {
    specReplicasPath: '.spec.replicas',
    statusReplicasPath: '.status.replicas',
    labelSelectorPath: '.status.selector',
    ...paths,
  }).map(({ field, reason }) => `${field}: ${reason}`);

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing', {}, []],
  ['all', { spec: { replicas: 3 }, status: { replicas: 0, selector: 'a=b' } }, []],
  ['null in the way', { spec: null }, []],
  ['a text in the way', { spec: 'a' }, ['.spec.replicas: FieldValueInvalid']],
  ['null for a number', { spec: { replicas: null } }, ['.spec.replicas: FieldValueInvalid']],
  ['a fraction', { spec: { replicas: 1.5 } }, ['.spec.replicas: FieldValueInvalid']],
  ['a negative number', { status: { replicas: -1 } }, ['.status.replicas: FieldValueInvalid']],
  ['a number of more than 32 bits', { status: { replicas: 2 ** 31 } }, ['.status.replicas: FieldValueInvalid']],
  ['a selector that is no text', { status: { selector: {} } }, ['.status.selector: FieldValueInvalid']],
])('%s', (_name, object, expected) => expect(found(object)).toEqual(expected));

test('a path that is not given is not followed', () => {
  expect(found({ status: { selector: 1 } }, { labelSelectorPath: undefined })).toEqual([]);
});

test('the finding stands at the value, or at what is in its way', () => {
  const [finding] = scaleFindings({ spec: 'a' }, { specReplicasPath: '.spec.replicas', statusReplicasPath: '' });
  expect(finding?.field.segments()).toEqual(['spec']);
});
