import { bindingRules } from '../../../../lib/validation/rules/server/binding';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const binding = (target: object) => object('v1', 'Binding', { target });

testRules(bindingRules, {
  'valid-binding-target': {
    valid: { 'a node': binding({ kind: 'Node', name: 'node-1' }), 'no kind': binding({ name: 'node-1' }) },
    invalid: {
      'no name': [binding({ kind: 'Node' }), 'target.name: FieldValueRequired'],
      'another kind': [binding({ kind: 'Pod', name: 'web' }), 'target.kind: FieldValueNotSupported'],
    },
  },
});
