import { defineRules } from '../../rule';

/** What decoding finds; it has no visits, because nothing can be visited before it decodes. */
export const decodingRules = defineRules([
  {
    id: 'valid-kind',
    summary: 'The apiVersion and kind of an object name a kind that the Kubernetes version serves.',
    why: 'The API server answers "no matches for kind" and stores nothing.',
    fix: 'Write apiVersion and kind as `kubectl api-resources` lists them, letter for letter.',
    source: 'k8s.io/apimachinery pkg/runtime/scheme.go Scheme.New, pkg/api/meta RESTMapping',
    example: {
      bad: 'apiVersion: v1\nkind: Deployment\nmetadata: { name: web }',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: web }',
    },
    visit: {},
  },
  {
    id: 'valid-type',
    summary: 'Every value has the JSON type of its field.',
    why: 'The API server cannot decode the object and refuses it as a bad request.',
    fix: 'Write a value of the type that the field takes; text that looks like a number or a boolean needs quotes.',
    source:
      'sigs.k8s.io/json UnmarshalCaseSensitivePreserveInts, k8s.io/apimachinery pkg/api/resource Quantity.UnmarshalJSON',
    example: {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { port: 8080 }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { port: "8080" }',
    },
    visit: {},
  },
  {
    id: 'no-unknown-field',
    summary: 'Every field is one that its type has in the Kubernetes version.',
    why: 'With strict field validation, which kubectl asks for, the API server refuses the object; without it the field is silently lost.',
    fix: 'Correct the spelling or the place of the field, letter for letter.',
    source: 'k8s.io/apimachinery pkg/runtime/serializer/json Serializer.Decode (strict)',
    example: {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndatas: { port: "8080" }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { port: "8080" }',
    },
    visit: {},
  },
  {
    id: 'unchecked-custom-resource',
    severity: 'info',
    summary: 'A custom resource is checked against its CustomResourceDefinition when that is among the objects.',
    why: 'Without the definition nobody can tell offline what its fields may hold.',
    fix: 'Give the CustomResourceDefinition along with the objects to have them checked.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/validation',
    example: {
      bad: 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: web }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }',
    },
    visit: {},
  },
]);
