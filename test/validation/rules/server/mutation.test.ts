import { mutationRules } from '../../../../lib/validation/rules/server/mutation';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const policy = (spec: object) =>
  object('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy', {
    spec: { reinvocationPolicy: 'Never', ...spec },
  });
const mutating = (...mutations: object[]) => policy({ mutations });
const jsonPatch = { expression: '[]' };
const applyConfiguration = { expression: 'Object{}' };
const rules = (...operations: string[]) => ({
  resourceRules: [{ operations, apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
});
const MUTATION = 'spec.mutations[0]';

testRules(mutationRules, {
  'valid-mutation': {
    valid: {
      'a patch': mutating({ patchType: 'JSONPatch', jsonPatch }),
      'an apply configuration': mutating({ patchType: 'ApplyConfiguration', applyConfiguration }),
    },
    invalid: {
      none: [policy({}), 'spec.mutations: FieldValueRequired'],
      'no type': [mutating({ jsonPatch }), `${MUTATION}.patchType: FieldValueRequired`],
      'another type': [
        mutating({ patchType: 'jsonPatch', jsonPatch }),
        `${MUTATION}.patchType: FieldValueNotSupported`,
      ],
      'no patch': [mutating({ patchType: 'JSONPatch' }), `${MUTATION}.jsonPatch: FieldValueRequired`],
      'both patches': [
        mutating({ patchType: 'JSONPatch', jsonPatch, applyConfiguration }),
        `${MUTATION}.applyConfiguration: FieldValueInvalid`,
      ],
      'no expression': [
        mutating({ patchType: 'ApplyConfiguration', applyConfiguration: { expression: ' ' } }),
        `${MUTATION}.applyConfiguration.expression: FieldValueRequired`,
      ],
    },
  },
  'require-reinvocation-policy': {
    valid: { 'if needed': policy({ reinvocationPolicy: 'IfNeeded' }) },
    invalid: {
      none: [policy({ reinvocationPolicy: '' }), 'spec.reinvocationPolicy: FieldValueRequired'],
      'another word': [policy({ reinvocationPolicy: 'Always' }), 'spec.reinvocationPolicy: FieldValueNotSupported'],
    },
  },
  'no-mutation-on-delete': {
    valid: { 'all that is left': policy({ matchConstraints: rules('*') }) },
    invalid: {
      'a policy': [
        policy({ matchConstraints: rules('CREATE', 'DELETE') }),
        'spec.matchConstraints.resourceRules.operations: FieldValueNotSupported',
      ],
      'a binding': [
        object('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicyBinding', {
          spec: { policyName: 'a', matchResources: rules('DELETE') },
        }),
        'spec.matchResources.resourceRules.operations: FieldValueNotSupported',
      ],
    },
  },
});
