import { ingressClassRules } from '../../../../lib/validation/rules/server/ingress-class';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ingressClass = (spec: object) => object('networking.k8s.io/v1', 'IngressClass', { spec });
const controlledBy = (controller: string) => ingressClass({ controller });
const withParameters = (parameters: object) => ingressClass({ controller: 'example.com/web', parameters });
const settings = { kind: 'ConfigMap', name: 'settings' };

testRules(ingressClassRules, {
  'valid-ingress-controller': {
    valid: {
      'a domain and a path': controlledBy('k8s.io/ingress-nginx'),
      'several segments': controlledBy('example.com/a/b'),
      '250 bytes': controlledBy(`example.com/${'a'.repeat(238)}`),
    },
    invalid: {
      none: [ingressClass({}), 'spec.controller: FieldValueRequired'],
      'no path': [controlledBy('nginx'), 'spec.controller: FieldValueInvalid'],
      'an empty path': [controlledBy('example.com/'), 'spec.controller: FieldValueInvalid'],
      'a space in the path': [controlledBy('example.com/a b'), 'spec.controller: FieldValueInvalid'],
      '251 bytes': [controlledBy(`example.com/${'a'.repeat(239)}`), 'spec.controller: FieldValueTooLong'],
    },
  },
  'valid-ingress-class-parameters': {
    valid: {
      'a core kind': withParameters(settings),
      'a group': withParameters({ ...settings, apiGroup: 'example.com' }),
    },
    invalid: {
      nothing: [
        withParameters({}),
        'spec.parameters.kind: FieldValueRequired',
        'spec.parameters.name: FieldValueRequired',
      ],
      'a group with a version': [
        withParameters({ ...settings, apiGroup: 'example.com/v1' }),
        'spec.parameters.apiGroup: FieldValueInvalid',
      ],
      'a path as name': [withParameters({ kind: 'A', name: 'a/b' }), 'spec.parameters.name: FieldValueInvalid'],
    },
  },
  'valid-ingress-class-parameters-scope': {
    valid: {
      'no scope, which is Cluster': withParameters(settings),
      'a namespace': withParameters({ ...settings, scope: 'Namespace', namespace: 'web' }),
    },
    invalid: {
      'another word': [
        withParameters({ ...settings, scope: 'Namespaced' }),
        'spec.parameters.scope: FieldValueNotSupported',
      ],
      'no namespace': [
        withParameters({ ...settings, scope: 'Namespace' }),
        'spec.parameters.namespace: FieldValueRequired',
      ],
      'a namespace of a cluster-wide object': [
        withParameters({ ...settings, namespace: 'web' }),
        'spec.parameters.namespace: FieldValueForbidden',
      ],
      'a malformed namespace': [
        withParameters({ ...settings, scope: 'Namespace', namespace: 'a.b' }),
        'spec.parameters.namespace: FieldValueInvalid',
      ],
    },
  },
});
