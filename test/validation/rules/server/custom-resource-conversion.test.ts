import { customResourceConversionRules } from '../../../../lib/validation/rules/server/custom-resource-conversion';
import { testRules } from '../test-rules';
import { customResource } from './custom-resource';

const clientConfig = { url: 'https://convert.example.com' };
const webhook = { clientConfig, conversionReviewVersions: ['v1'] };
const converted = (conversion: object) => customResource({ conversion });

testRules(customResourceConversionRules, {
  'valid-conversion-strategy': {
    valid: { none: customResource(), None: converted({ strategy: 'None' }) },
    invalid: {
      empty: [converted({}), 'spec.conversion.strategy: FieldValueRequired'],
      'lower case': [converted({ strategy: 'none' }), 'spec.conversion.strategy: FieldValueNotSupported'],
    },
  },
  'require-conversion-webhook': {
    valid: { 'a webhook': converted({ strategy: 'Webhook', webhook }) },
    invalid: {
      none: [
        converted({ strategy: 'Webhook' }),
        'spec.conversion.webhookClientConfig: FieldValueRequired',
        'spec.conversion.conversionReviewVersions: FieldValueRequired',
      ],
      'an unknown version': [
        converted({ strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v2'] } }),
        'spec.conversion.conversionReviewVersions: FieldValueInvalid',
      ],
    },
  },
  'no-conversion-webhook': {
    valid: { 'an empty one': converted({ strategy: 'None', webhook: { conversionReviewVersions: [] } }) },
    invalid: {
      'with None': [
        converted({ strategy: 'None', webhook }),
        'spec.conversion.webhookClientConfig: FieldValueForbidden',
        'spec.conversion.conversionReviewVersions: FieldValueForbidden',
      ],
    },
  },
});
