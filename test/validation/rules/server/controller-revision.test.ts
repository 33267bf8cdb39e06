import { controllerRevisionRules } from '../../../../lib/validation/rules/server/controller-revision';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const revision = (body: Record<string, unknown>) => object('apps/v1', 'ControllerRevision', body);

testRules(controllerRevisionRules, {
  'require-revision-data': {
    valid: {
      'an empty object': revision({ data: {} }),
      'a list before 1.31': { manifest: revision({ data: [1] }), kubeVersion: '1.30' },
    },
    invalid: {
      none: [revision({ revision: 1 }), 'data: FieldValueRequired'],
      null: [revision({ data: null }), 'data: FieldValueRequired'],
      'a list': [{ manifest: revision({ data: [1] }), kubeVersion: '1.31' }, 'data: FieldValueRequired'],
    },
  },
  'valid-revision': {
    valid: { none: revision({ data: {} }) },
    invalid: { negative: [revision({ data: {}, revision: -1 }), 'revision: FieldValueInvalid'] },
  },
});
