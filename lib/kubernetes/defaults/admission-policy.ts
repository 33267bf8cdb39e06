import type {
  MatchResources,
  MutatingAdmissionPolicy,
  MutatingAdmissionPolicyBinding,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
} from '../generated/decoded';

/**
 * Fills in an admission policy.
 *
 * Follows kubernetes pkg/apis/admissionregistration/v1/defaults.go SetDefaults_ValidatingAdmissionPolicySpec,
 * SetDefaults_MatchResources and SetDefaults_Rule.
 */
export function defaultAdmissionPolicy(policy: ValidatingAdmissionPolicy | MutatingAdmissionPolicy): void {
  policy.spec ??= {};
  policy.spec.failurePolicy ??= 'Fail';
  if (policy.spec.matchConstraints) defaultMatchResources(policy.spec.matchConstraints);
}

/** Fills in the binding of an admission policy. Follows SetDefaults_ParamRef and SetDefaults_MatchResources. */
export function defaultAdmissionPolicyBinding(
  binding: ValidatingAdmissionPolicyBinding | MutatingAdmissionPolicyBinding,
): void {
  binding.spec ??= {};
  if (binding.spec.paramRef) binding.spec.paramRef.parameterNotFoundAction ??= 'Deny';
  if (binding.spec.matchResources) defaultMatchResources(binding.spec.matchResources);
}

function defaultMatchResources(resources: MatchResources): void {
  resources.matchPolicy ??= 'Equivalent';
  resources.namespaceSelector ??= {};
  resources.objectSelector ??= {};
  for (const rule of resources.resourceRules ?? []) rule.scope ??= '*';
  for (const rule of resources.excludeResourceRules ?? []) rule.scope ??= '*';
}
