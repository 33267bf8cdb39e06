import { invalid } from '../../finding';
import { defineRules } from '../../rule';
import { openAPIChecks } from './open-api-schema';
import { listTypeChecks } from './schema-list-type';
import { type SchemaNode, visitRoots, walkSchema } from './schema-node';

/** The dialect of JSON Schema that a schema is written in. */
export const schemaDialectRules = defineRules([
  {
    id: 'no-schema-dialect',
    summary: 'A schema does not name a dialect in $schema.',
    why: 'Kubernetes reads every schema as OpenAPI.',
    fix: 'Remove $schema.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/convert.go validateUnsupportedFields',
    example: {
      bad: schemaExample("type: object, $schema: 'http://json-schema.org/schema#'"),
      good: schemaExample('type: object'),
    },
    visit: {
      CustomResourceDefinition: visitRoots((root, report) => {
        if (namesDialect(root) && isOtherwiseSound(root)) report(invalid(root.at, '', '$schema is not supported'));
      }),
    },
  },
]);

function schemaExample(schema: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { ${schema} } } }] }`;
}

function namesDialect(root: SchemaNode): boolean {
  let names = false;
  walkSchema(root, ({ schema }) => {
    if (schema.$schema) names = true;
  });
  return names;
}

/** Whether nothing else is wrong; the server does not speak of $schema otherwise. */
function isOtherwiseSound(root: SchemaNode): boolean {
  let faults = 0;
  walkSchema(root, (node) => {
    for (const check of [...openAPIChecks, ...listTypeChecks])
      check(node, () => {
        faults += 1;
      });
  });
  return faults === 0;
}
