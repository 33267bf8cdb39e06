import { effectsBetween, object } from '../versions';

type Json = Record<string, unknown>;

const LABEL = 'pod-security.kubernetes.io/enforce';
const namespace = (level?: string) => object('Namespace', {}, { labels: { a: 'b', ...(level && { [LABEL]: level }) } });
const policy = (failurePolicy: string) => object('ValidatingAdmissionPolicy', { spec: { failurePolicy } });
const webhooks = (...list: Json[]) => object('ValidatingWebhookConfiguration', { webhooks: list });
const webhook = (failurePolicy: string) => ({ name: 'a.b.io', failurePolicy });
const binding = (...validationActions: string[]) =>
  object('ValidatingAdmissionPolicyBinding', { spec: { policyName: 'a', validationActions } });

test.each<[string, Json, Json | undefined, string[]]>([
  [
    'a lower Pod Security level',
    namespace('restricted'),
    namespace('baseline'),
    [`metadata.labels[${LABEL}]: pods have to be baseline instead of restricted`],
  ],
  [
    'no Pod Security level',
    namespace('baseline'),
    namespace(),
    [`metadata.labels[${LABEL}]: pods have to be privileged instead of baseline`],
  ],
  ['a higher Pod Security level', namespace('baseline'), namespace('restricted'), []],
  [
    'a policy that ignores its failures',
    policy('Fail'),
    policy('Ignore'),
    ['spec.failurePolicy: objects get in when it fails'],
  ],
  ['a policy that no longer ignores them', policy('Ignore'), policy('Fail'), []],
  ['no policy', policy('Fail'), undefined, ['what it refused or changed on admission is let in as it is']],
  [
    'a webhook that ignores its failures',
    webhooks(webhook('Fail')),
    webhooks(webhook('Ignore')),
    ['webhooks[name=a.b.io].failurePolicy: objects get in when webhook a.b.io fails'],
  ],
  [
    'one webhook less',
    webhooks(webhook('Ignore')),
    webhooks(),
    ['webhooks[name=a.b.io]: webhook a.b.io is no longer asked'],
  ],
  [
    'a binding that only warns',
    binding('Deny'),
    binding('Warn'),
    ['spec.validationActions: what its policy refuses is let in'],
  ],
  ['a binding that warns as well', binding('Deny'), binding('Deny', 'Audit'), []],
])('%s', (_name, before, after, expected) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual(expected);
});
