import type { MatchResources } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const PATCH_TYPES = ['ApplyConfiguration', 'JSONPatch'];
const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'UPDATE'];
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const GOOD =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingAdmissionPolicy\nmetadata: { name: label }\nspec: { reinvocationPolicy: Never, matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }, mutations: [{ patchType: JSONPatch, jsonPatch: { expression: '[]' } }] }";

/** What a MutatingAdmissionPolicy changes. */
export const mutationRules = defineRules([
  {
    id: 'valid-mutation',
    summary: 'A MutatingAdmissionPolicy has mutations, each with the expression that its patchType says and no other.',
    why: 'The expression makes the patch.',
    fix: 'Write patchType: JSONPatch with jsonPatch, or patchType: ApplyConfiguration with applyConfiguration.',
    source: `${SOURCE} validateMutatingAdmissionPolicySpec, validateMutation`,
    since: 36,
    example: { bad: GOOD.replace('patchType: JSONPatch', 'patchType: ApplyConfiguration'), good: GOOD },
    visit: {
      MutatingAdmissionPolicy({ spec = {} }, at, report) {
        const list = at.down('spec', 'mutations');
        const { mutations = [] } = spec;
        if (mutations.length === 0) report(required(list, 'mutations must contain at least one item'));
        mutations.forEach(({ patchType = '', jsonPatch, applyConfiguration }, index) => {
          const field = list.index(index);
          if (patchType === '') report(required(field.child('patchType')));
          else if (!PATCH_TYPES.includes(patchType))
            report(notSupported(field.child('patchType'), patchType, PATCH_TYPES, didYouMean(patchType, PATCH_TYPES)));
          if (!PATCH_TYPES.includes(patchType)) return;
          const isPatch = patchType === 'JSONPatch';
          const [name, other] = isPatch ? ['jsonPatch', 'applyConfiguration'] : ['applyConfiguration', 'jsonPatch'];
          const [body, surplus] = isPatch ? [jsonPatch, applyConfiguration] : [applyConfiguration, jsonPatch];
          if (body === undefined)
            report(required(field.child(name), `must be specified when patchType is ${patchType}`));
          else if ((body.expression ?? '').trim() === '') report(required(field.down(name, 'expression')));
          if (surplus !== undefined)
            report(invalid(field.child(other), {}, `must not be specified when patchType is ${patchType}`));
        });
      },
    },
  },
  {
    id: 'require-reinvocation-policy',
    summary: 'A MutatingAdmissionPolicy says in reinvocationPolicy whether it is asked again: Never or IfNeeded.',
    why: 'What other policies and webhooks change later may concern it.',
    fix: 'Write reinvocationPolicy: Never, or IfNeeded if the policy does no harm when it is applied twice.',
    source: `${SOURCE} validateMutatingAdmissionPolicySpec`,
    since: 36,
    example: { bad: GOOD.replace('reinvocationPolicy: Never, ', ''), good: GOOD },
    visit: {
      MutatingAdmissionPolicy({ spec = {} }, at, report) {
        const { reinvocationPolicy: policy } = spec;
        const field = at.down('spec', 'reinvocationPolicy');
        if (!policy) report(required(field));
        else if (!REINVOCATION_POLICIES.includes(policy))
          report(notSupported(field, policy, REINVOCATION_POLICIES, didYouMean(policy, REINVOCATION_POLICIES)));
      },
    },
  },
  {
    id: 'no-mutation-on-delete',
    summary: 'A MutatingAdmissionPolicy is not about DELETE.',
    why: 'There is nothing to change in an object that goes.',
    fix: 'Write operations such as [CREATE, UPDATE].',
    source: `${SOURCE} validateMutatingAdmissionPolicySpec, validateMutatingAdmissionPolicyBindingSpec`,
    since: 36,
    example: { bad: GOOD.replace('CREATE', 'DELETE'), good: GOOD },
    visit: {
      MutatingAdmissionPolicy({ spec }, at, report) {
        reportOperations(spec?.matchConstraints, at.down('spec', 'matchConstraints'), report);
      },
      MutatingAdmissionPolicyBinding({ spec }, at, report) {
        reportOperations(spec?.matchResources, at.down('spec', 'matchResources'), report);
      },
    },
  },
]);

/** The server names the operations of all the rules together. */
function reportOperations(resources: MatchResources | undefined, at: FieldPath, report: Report): void {
  const rules = at.child('resourceRules');
  resources?.resourceRules?.forEach(({ operations = [] }, index) => {
    operations.forEach((operation, position) => {
      if (OPERATIONS.includes(operation)) return;
      const place = rules.index(index).child('operations').index(position);
      report(notSupported(rules.child('operations'), operation, OPERATIONS, { place }));
    });
  });
}
