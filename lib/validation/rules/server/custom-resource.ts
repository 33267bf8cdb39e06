import { defineRules } from '../../rule';

const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer, maximum: 9 }
                tags: { type: array, x-kubernetes-list-type: set, items: { type: string } }
                from: { type: integer }
                to: { type: integer }
---
`;

const widget = (spec: string) =>
  `${DEFINITION}apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: web }\nspec: ${spec}`;

const withRule = (rule: string, spec: string) =>
  widget(spec).replace(
    '                to: { type: integer }\n',
    `                to: { type: integer }\n              x-kubernetes-validations: [{ rule: "${rule}" }]\n`,
  );

/** What the schema of a CustomResourceDefinition says of its objects; there are no visits, as every schema differs. */
export const customResourceRules = defineRules([
  {
    id: 'valid-custom-resource',
    summary: 'A custom resource has the values that the schema of its CustomResourceDefinition asks for.',
    why: 'The API server validates custom resources with the schema of their version.',
    fix: 'Write a value that the schema allows.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/validation/validation.go ValidateCustomResource',
    example: { bad: widget('{ size: 10 }'), good: widget('{ size: 9 }') },
    visit: {},
  },
  {
    id: 'unique-list-item',
    summary: 'The items of a set, or the keys of the items of a map, stand once in a list of a custom resource.',
    why: 'Items of such lists are told apart by their value or their keys when they are merged.',
    fix: 'Remove one of the items.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/listtype/validation.go ValidateListSetsAndMaps',
    example: { bad: widget('{ tags: [a, b, a] }'), good: widget('{ tags: [a, b] }') },
    visit: {},
  },
  {
    id: 'valid-by-schema-rules',
    summary: 'A custom resource keeps the CEL rules of its CustomResourceDefinition, `x-kubernetes-validations`.',
    why: 'The API server evaluates the rules when the object is created.',
    fix: 'Change the values that the rule speaks of.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/cel/validation.go Validator.Validate',
    example: {
      bad: withRule('self.from < self.to', '{ from: 2, to: 1 }'),
      good: withRule('self.from < self.to', '{ from: 1, to: 2 }'),
    },
    visit: {},
  },
  {
    id: 'unchecked-schema-rule',
    severity: 'info',
    summary:
      'CEL rules that ask for what is not known offline, and regular expressions that cannot be read, are not evaluated.',
    why: 'What they refuse is seen only when the object is applied.',
    fix: 'Try the object with `kubectl apply --dry-run=server`.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/cel/validation.go Validator.Validate',
    example: {
      bad: withRule("self.tags.all(tag, url(tag).getScheme() == 'https')", '{ tags: [a] }'),
      good: widget('{ from: 1, to: 2 }'),
    },
    visit: {},
  },
]);
