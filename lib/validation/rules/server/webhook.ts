import { dnsSubdomain } from '../../../kubernetes/formats';
import type { MutatingWebhook } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportReviewVersions } from './review-versions';

const SEGMENTS = 3;
const LONGEST_TIMEOUT_SECONDS = 30;
const FAILURE_POLICIES = ['Fail', 'Ignore'];
const MATCH_POLICIES = ['Equivalent', 'Exact'];
const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const CONFIGURATION =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: ';
const SERVICE = 'clientConfig: { service: { name: check, namespace: default } }';
const GOOD = `${CONFIGURATION}[{ name: check.example.com, ${SERVICE}, sideEffects: None, admissionReviewVersions: [v1] }]`;

/** A webhook that admits requests: its name, when it is called and what happens if it fails. */
export const webhookRules = defineRules([
  {
    id: 'valid-webhook-name',
    summary: 'The name of a webhook is a domain of at least three parts.',
    why: 'It tells apart the webhooks of all configurations.',
    fix: 'Write a name such as check.example.com.',
    source: `${SOURCE} validateValidatingWebhook, k8s.io/apimachinery pkg/util/validation IsFullyQualifiedName`,
    example: {
      bad: `${CONFIGURATION}[{ name: check, ${SERVICE}, sideEffects: None, admissionReviewVersions: [v1] }]`,
      good: GOOD,
    },
    visit: {
      webhook({ name = '' }, at, report) {
        const field = at.child('name');
        if (name === '') {
          report(required(field));
          return;
        }
        const reasons = dnsSubdomain(name);
        for (const reason of reasons) report(invalid(field, name, reason));
        if (reasons.length === 0 && name.split('.').length < SEGMENTS)
          report(invalid(field, name, `must be a domain with at least ${SEGMENTS} segments separated by dots`));
      },
    },
  },
  {
    id: 'unique-webhook-name',
    summary: 'The webhooks of a configuration have different names.',
    why: 'The name tells them apart in logs and metrics.',
    fix: 'Rename or remove one of them.',
    source: `${SOURCE} validateValidatingWebhookConfiguration, validateMutatingWebhookConfiguration`,
    example: {
      bad: `${CONFIGURATION}[{ name: a.b.c }, { name: a.b.c }]`,
      good: `${CONFIGURATION}[{ name: a.b.c }, { name: a.b.d }]`,
    },
    visit: {
      MutatingWebhookConfiguration({ webhooks }, at, report) {
        reportRepeatedNames(webhooks, at, report);
      },
      ValidatingWebhookConfiguration({ webhooks }, at, report) {
        reportRepeatedNames(webhooks, at, report);
      },
    },
  },
  {
    id: 'valid-failure-policy',
    summary: 'failurePolicy is Fail or Ignore.',
    why: 'It says whether requests are refused while the webhook cannot be asked.',
    fix: 'Leave failurePolicy out for Fail, or write Ignore.',
    source: `${SOURCE} supportedFailurePolicies`,
    example: { bad: `${CONFIGURATION}[{ failurePolicy: fail }]`, good: `${CONFIGURATION}[{ failurePolicy: Fail }]` },
    visit: {
      webhook({ failurePolicy }, at, report) {
        reportWord(failurePolicy, FAILURE_POLICIES, at.child('failurePolicy'), report);
      },
      admissionPolicySpec({ failurePolicy }, at, report) {
        reportWord(failurePolicy, FAILURE_POLICIES, at.child('failurePolicy'), report);
      },
    },
  },
  {
    id: 'valid-match-policy',
    summary: 'matchPolicy is Equivalent or Exact.',
    why: 'It says whether requests for other versions of the same resource count too.',
    fix: 'Leave matchPolicy out for Equivalent, or write Exact.',
    source: `${SOURCE} supportedMatchPolicies`,
    example: { bad: `${CONFIGURATION}[{ matchPolicy: Prefix }]`, good: `${CONFIGURATION}[{ matchPolicy: Exact }]` },
    visit: {
      webhook({ matchPolicy }, at, report) {
        reportWord(matchPolicy, MATCH_POLICIES, at.child('matchPolicy'), report);
      },
      matchResources({ matchPolicy }, at, report) {
        reportWord(matchPolicy, MATCH_POLICIES, at.child('matchPolicy'), report);
      },
    },
  },
  {
    id: 'valid-side-effects',
    summary: 'sideEffects is given: None or NoneOnDryRun.',
    why: 'A dry run must not change anything, so the server must know whom it can ask.',
    fix: 'Write sideEffects: None if the webhook only answers.',
    source: `${SOURCE} noSideEffectClasses`,
    example: { bad: `${CONFIGURATION}[{ name: check.example.com }]`, good: GOOD },
    visit: {
      webhook({ sideEffects }, at, report) {
        const field = at.child('sideEffects');
        if (sideEffects === undefined) report(required(field, `must specify one of ${SIDE_EFFECTS.join(', ')}`));
        else reportWord(sideEffects, SIDE_EFFECTS, field, report);
      },
    },
  },
  {
    id: 'valid-webhook-timeout',
    summary: `timeoutSeconds of a webhook is 1 to ${LONGEST_TIMEOUT_SECONDS}.`,
    why: 'Every request waits for the webhook.',
    fix: 'Leave timeoutSeconds out for 10 seconds.',
    source: `${SOURCE} validateValidatingWebhook`,
    example: { bad: `${CONFIGURATION}[{ timeoutSeconds: 60 }]`, good: `${CONFIGURATION}[{ timeoutSeconds: 30 }]` },
    visit: {
      webhook({ timeoutSeconds }, at, report) {
        if (timeoutSeconds === undefined || (timeoutSeconds >= 1 && timeoutSeconds <= LONGEST_TIMEOUT_SECONDS)) return;
        const detail = `must be between 1 and ${LONGEST_TIMEOUT_SECONDS} seconds`;
        report(invalid(at.child('timeoutSeconds'), timeoutSeconds, detail));
      },
    },
  },
  {
    id: 'valid-reinvocation-policy',
    summary: 'reinvocationPolicy is Never or IfNeeded.',
    why: 'It says whether the webhook is asked again when a later one changed the object.',
    fix: 'Leave reinvocationPolicy out for Never, or write IfNeeded.',
    source: `${SOURCE} supportedReinvocationPolicies`,
    example: {
      bad: `${CONFIGURATION}[{ reinvocationPolicy: Always }]`,
      good: `${CONFIGURATION}[{ reinvocationPolicy: IfNeeded }]`,
    },
    visit: {
      webhook({ reinvocationPolicy }, at, report) {
        reportWord(reinvocationPolicy, REINVOCATION_POLICIES, at.child('reinvocationPolicy'), report);
      },
    },
  },
  {
    id: 'valid-admission-review-versions',
    summary: 'admissionReviewVersions lists the versions of AdmissionReview that a webhook understands, v1 among them.',
    why: 'The server sends the first one that it knows itself.',
    fix: 'Write admissionReviewVersions: [v1].',
    source: `${SOURCE} validateAdmissionReviewVersions`,
    example: { bad: `${CONFIGURATION}[{ admissionReviewVersions: [v2] }]`, good: GOOD },
    visit: {
      webhook({ admissionReviewVersions }, at, report) {
        reportReviewVersions(admissionReviewVersions, at.child('admissionReviewVersions'), report);
      },
    },
  },
]);

function reportRepeatedNames(webhooks: readonly MutatingWebhook[] = [], at: FieldPath, report: Report): void {
  const known = new Set<string>();
  webhooks.forEach(({ name }, index) => {
    if (!name) return;
    if (known.has(name)) report(duplicate(at.child('webhooks').index(index).child('name'), name));
    known.add(name);
  });
}

function reportWord(word: string | undefined, words: readonly string[], at: FieldPath, report: Report): void {
  if (word !== undefined && !words.includes(word)) report(notSupported(at, word, words, didYouMean(word, words)));
}
