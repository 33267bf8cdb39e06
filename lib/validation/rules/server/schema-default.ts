import { forbidden } from '../../finding';
import { defineRules } from '../../rule';
import { defaultFindings } from './default-findings';
import { visitRoots, visitSchemas, walkSchema } from './schema-node';
import { isStructural } from './structural-schema';

/** The defaults of a custom resource. */
export const schemaDefaultRules = defineRules([
  {
    id: 'no-meta-default',
    summary: 'Neither apiVersion, kind and metadata of a custom resource nor maps inside of metadata have defaults.',
    why: 'They are set before, by whoever creates the object.',
    fix: 'Remove the default.',
    source:
      'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go specStandardValidatorV3.validate',
    example: {
      bad: schemaExample('kind: { type: string, default: Widget }'),
      good: schemaExample('size: { type: string, default: small }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(({ schema, at, noDefault }, report) => {
        if (schema.default !== undefined && noDefault) report(forbidden(at.child('default'), 'must not be set here'));
      }),
    },
  },
  {
    id: 'valid-schema-default',
    summary: 'A default fits its own schema.',
    why: 'An object that leaves the field out would be refused for a value that it does not hold.',
    fix: 'Correct the default.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/defaulting/validation.go ValidateDefaults',
    example: {
      bad: schemaExample('replicas: { type: integer, default: one }'),
      good: schemaExample('replicas: { type: integer, default: 1 }'),
    },
    visit: {
      CustomResourceDefinition: visitRoots((root, report, _hasStatus, minor) => {
        if (!isStructural(root)) return;
        walkSchema(root, (node) => {
          defaultFindings(node, minor).forEach(report);
        });
      }),
    },
  },
]);

function schemaExample(properties: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, properties: { ${properties} } } } }] }`;
}
