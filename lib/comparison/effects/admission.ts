import type {
  Namespace,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
} from '../../kubernetes/generated/decoded';
import type { Loosened } from './loosened';
import type { ObjectPair } from './object-pair';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
/** From the weakest on. An absent label means the cluster's own default, which is privileged unless configured. */
const LEVELS = ['privileged', 'baseline', 'restricted'];

const GATEKEEPERS = new Set([
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** What a change newly lets into the cluster: Pod Security levels, admission policies and webhooks. */
export function admissionEffects({ kind, before, after }: ObjectPair): Loosened[] {
  if (!before) return [];
  if (kind.kind === 'Namespace' && after) return podSecurityLevel(before, after);
  if (!GATEKEEPERS.has(kind.kind)) return [];
  if (!after) return [{ detail: 'what it refused or changed on admission is let in as it is' }];
  return [...failurePolicy(before, after), ...webhookPolicies(before, after), ...validationActions(before, after)];
}

function podSecurityLevel(before: Namespace, after: Namespace): Loosened[] {
  const [from = 'privileged', to = 'privileged'] = [before, after].map(({ metadata }) => metadata?.labels?.[ENFORCE]);
  if (LEVELS.indexOf(to) >= LEVELS.indexOf(from)) return [];
  return [{ detail: `pods have to be ${to} instead of ${from}`, field: `metadata.labels[${ENFORCE}]` }];
}

function failurePolicy(before: ValidatingAdmissionPolicy, after: ValidatingAdmissionPolicy): Loosened[] {
  if (before.spec?.failurePolicy !== 'Fail' || after.spec?.failurePolicy !== 'Ignore') return [];
  return [{ detail: 'objects get in when it fails', field: 'spec.failurePolicy' }];
}

function webhookPolicies(before: ValidatingWebhookConfiguration, after: ValidatingWebhookConfiguration): Loosened[] {
  return (before.webhooks ?? []).flatMap(({ name, failurePolicy: policy }): Loosened[] => {
    const now = after.webhooks?.find((webhook) => webhook.name === name);
    if (!now) return [{ detail: `webhook ${name} is no longer asked`, field: `webhooks[name=${name}]` }];
    if (policy !== 'Fail' || now.failurePolicy !== 'Ignore') return [];
    return [{ detail: `objects get in when webhook ${name} fails`, field: `webhooks[name=${name}].failurePolicy` }];
  });
}

function validationActions(
  before: ValidatingAdmissionPolicyBinding,
  after: ValidatingAdmissionPolicyBinding,
): Loosened[] {
  const denies = ({ spec }: ValidatingAdmissionPolicyBinding) => spec?.validationActions?.includes('Deny') ?? false;
  return denies(before) && !denies(after)
    ? [{ detail: 'what its policy refuses is let in', field: 'spec.validationActions' }]
    : [];
}
