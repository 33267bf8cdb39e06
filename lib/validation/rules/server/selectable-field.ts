import type {
  CustomResourceDefinition,
  CustomResourceDefinitionSpec,
  JSONSchemaProps,
  SelectableField,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, required, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { perVersion } from './per-version';
import { isConvertible, rootNode } from './schema-node';
import { followSchemaPath } from './schema-path';

const MOST_FIELDS = 8;
const TYPES = new Set(['boolean', 'integer', 'string']);
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceSelectableFields';
const SINCE = 31;

/** The fields of a custom resource that field selectors may name. */
export const selectableFieldRules = defineRules([
  {
    id: 'require-selectable-field-path',
    summary: 'An item of selectableFields has a jsonPath.',
    why: 'It tells which field it is about.',
    fix: 'Write a path such as .spec.color.',
    source: SOURCE,
    since: SINCE,
    example: { bad: fieldsExample("[{ jsonPath: '' }]"), good: fieldsExample('[{ jsonPath: .spec.color }]') },
    visit: {
      CustomResourceDefinition: visitFields(({ fields, at, report }) => {
        fields.forEach(({ jsonPath }, index) => {
          if (!jsonPath) report(required(at.index(index).child('jsonPath')));
        });
      }),
    },
  },
  {
    id: 'valid-selectable-field-path',
    summary: 'The jsonPath of a selectable field leads to a text, a whole number or a boolean outside of metadata.',
    why: 'Field selectors compare texts; those of metadata are known already.',
    fix: 'Write the path of a field that the schema has, with dots between the names.',
    source: `${SOURCE}, pkg/apiserver/schema/cel/validation.go ValidFieldPath`,
    since: SINCE,
    example: {
      bad: fieldsExample('[{ jsonPath: .spec.colour }]'),
      good: fieldsExample('[{ jsonPath: .spec.color }]'),
    },
    visit: {
      CustomResourceDefinition: visitFields(({ fields, schema, at, report }) => {
        fields.forEach(({ jsonPath = '' }, index) => {
          if (jsonPath === '') return;
          const field = at.index(index).child('jsonPath');
          const followed = followSchemaPath(jsonPath, schema, false);
          if ('fault' in followed) {
            report(invalid(field, jsonPath, followed.fault));
            return;
          }
          if (followed.names[0] === 'metadata') report(invalid(field, jsonPath, 'must not lead into metadata'));
          if (!TYPES.has(followed.schema?.type ?? ''))
            report(invalid(field, jsonPath, 'must lead to a field of type string, boolean or integer'));
        });
      }),
    },
  },
  {
    id: 'unique-selectable-field',
    summary: `The selectableFields of a version are all different, and at most ${MOST_FIELDS}.`,
    why: 'The server keeps an index of each.',
    fix: 'Remove those that nobody selects by.',
    source: SOURCE,
    since: SINCE,
    example: {
      bad: fieldsExample('[{ jsonPath: .spec.color }, { jsonPath: .spec.color }]'),
      good: fieldsExample('[{ jsonPath: .spec.color }]'),
    },
    visit: {
      CustomResourceDefinition: visitFields(({ fields, schema, at, report }) => {
        const known = new Set<string>();
        fields.forEach(({ jsonPath = '' }, index) => {
          if (jsonPath === '' || 'fault' in followSchemaPath(jsonPath, schema, false)) return;
          if (known.has(jsonPath)) report(duplicate(at.index(index).child('jsonPath'), jsonPath));
          known.add(jsonPath);
        });
        if (known.size > MOST_FIELDS) report(tooMany(at, known.size, MOST_FIELDS));
      }),
    },
  },
]);

function fieldsExample(fields: string): string {
  const schema = 'type: object, properties: { spec: { type: object, properties: { color: { type: string } } } }';
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { ${schema} } }, selectableFields: ${fields} }] }`;
}

/** The selectable fields of a version, or of all, and the schema that they are fields of. */
interface Selectable {
  readonly fields: readonly SelectableField[];
  readonly schema: JSONSchemaProps;
  readonly at: FieldPath;
  readonly report: Report;
}

function visitFields(check: (selectable: Selectable) => void) {
  return ({ spec = {} }: CustomResourceDefinition, _at: FieldPath, report: Report): void => {
    for (const { value: fields, at, version } of perVersion(spec, 'selectableFields')) {
      const schema = fields?.length ? schemaBeside(spec, version !== undefined, version?.name) : undefined;
      if (fields && schema) check({ fields, schema, at, report });
    }
  };
}

/** The schema that the server looks for them in: that of the version, or that of all versions. */
function schemaBeside(
  spec: CustomResourceDefinitionSpec,
  ofVersion: boolean,
  name: string | undefined,
): JSONSchemaProps | undefined {
  const found = perVersion(spec, 'schema').find(({ version }) =>
    ofVersion ? version !== undefined && version.name === name : version === undefined,
  );
  const schema = found?.value?.openAPIV3Schema;
  if (schema === undefined || found === undefined) return undefined;
  return isConvertible(rootNode(schema, found.at)) ? schema : undefined;
}
