import { definitionsIn } from '../../../lib/cli/files/definitions-in';

const DEFINITION =
  'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: widgets.example.com\n';

const cases: [name: string, text: string, definitions: number][] = [
  ['one', DEFINITION, 1],
  ['several, among others', `${DEFINITION}---\napiVersion: v1\nkind: Pod\n---\n${DEFINITION}`, 2],
  ['one in a List', `apiVersion: v1\nkind: List\nitems:\n  - ${DEFINITION.trimEnd().replaceAll('\n', '\n    ')}\n`, 1],
  ['an older version', DEFINITION.replace('/v1', '/v1beta1'), 0],
  ['one that is only spoken of', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  kind: CustomResourceDefinition\n', 0],
  ['none', 'apiVersion: v1\nkind: Pod\n', 0],
];

test.each(cases)('%s', (_name, text, definitions) => {
  expect(definitionsIn('a.yaml', Buffer.from(text))).toHaveLength(definitions);
});
