import { forbidden, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportReviewVersions } from './review-versions';

const STRATEGIES = ['None', 'Webhook'];
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go validateCustomResourceConversion';
const CLIENT = 'clientConfig: { service: { name: convert, namespace: default } }';

/** How objects are converted between the versions of a custom resource. */
export const customResourceConversionRules = defineRules([
  {
    id: 'valid-conversion-strategy',
    summary: 'The conversion strategy is None or Webhook.',
    why: 'Objects are either served as they are, or converted by a webhook.',
    fix: 'Leave conversion out for None, or write strategy: Webhook.',
    source: SOURCE,
    example: { bad: 'spec: { conversion: { strategy: webhook } }', good: 'spec: { conversion: { strategy: None } }' },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        if (spec?.conversion === undefined) return;
        const { strategy } = spec.conversion;
        const field = at.down('spec', 'conversion', 'strategy');
        if (!strategy) report(required(field));
        else if (!STRATEGIES.includes(strategy))
          report(notSupported(field, strategy, STRATEGIES, didYouMean(strategy, STRATEGIES)));
      },
    },
  },
  {
    id: 'require-conversion-webhook',
    summary:
      'A conversion by webhook has a clientConfig and the versions of ConversionReview that the webhook understands.',
    why: 'The server must know where to send the objects, and in which form.',
    fix: 'Write webhook: { clientConfig, conversionReviewVersions: [v1] }.',
    source: SOURCE,
    example: {
      bad: 'spec: { conversion: { strategy: Webhook } }',
      good: `spec: { conversion: { strategy: Webhook, webhook: { ${CLIENT}, conversionReviewVersions: [v1] } } }`,
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        if (spec?.conversion?.strategy !== 'Webhook') return;
        const { clientConfig, conversionReviewVersions } = spec.conversion.webhook ?? {};
        const field = at.down('spec', 'conversion');
        const webhook = field.child('webhook');
        if (clientConfig === undefined)
          report(required(field.child('webhookClientConfig'), '', { place: webhook.child('clientConfig') }));
        const versions = field.child('conversionReviewVersions').standingAt(webhook.child('conversionReviewVersions'));
        reportReviewVersions(conversionReviewVersions, versions, report);
      },
    },
  },
  {
    id: 'no-conversion-webhook',
    summary: 'A conversion that is not by webhook has no webhook.',
    why: 'It would never be called.',
    fix: 'Write strategy: Webhook, or remove webhook.',
    source: SOURCE,
    example: {
      bad: `spec: { conversion: { strategy: None, webhook: { ${CLIENT}, conversionReviewVersions: [v1] } } }`,
      good: 'spec: { conversion: { strategy: None } }',
    },
    visit: {
      CustomResourceDefinition({ spec }, at, report) {
        if (spec?.conversion?.webhook === undefined || spec.conversion.strategy === 'Webhook') return;
        const { clientConfig, conversionReviewVersions } = spec.conversion.webhook;
        const field = at.down('spec', 'conversion');
        const detail = 'should not be set when strategy is not set to Webhook';
        for (const [set, name, own] of [
          [clientConfig !== undefined, 'webhookClientConfig', 'clientConfig'],
          [conversionReviewVersions?.length, 'conversionReviewVersions', 'conversionReviewVersions'],
        ] as const)
          if (set) report(forbidden(field.child(name), detail, { place: field.down('webhook', own) }));
      },
    },
  },
]);
