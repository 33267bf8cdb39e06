import { cronJobRules } from '../../../../lib/validation/rules/server/cron-job';
import { cronJob } from '../../manifests';
import { testRules } from '../test-rules';

const named = (metadata: Record<string, unknown>) => ({ ...cronJob(), metadata });

testRules(cronJobRules, {
  'valid-cron-job-name': {
    valid: {
      '52 characters': named({ name: 'a'.repeat(52) }),
      'a prefix of 47': named({ generateName: 'a'.repeat(47) }),
    },
    invalid: {
      '53 characters': [named({ name: 'a'.repeat(53) }), 'metadata.name: FieldValueInvalid'],
      'a prefix of 48': [named({ generateName: 'a'.repeat(48) }), 'metadata.name: FieldValueInvalid'],
    },
  },
  'require-schedule': {
    valid: { given: cronJob() },
    invalid: {
      none: [cronJob({ schedule: undefined }), 'spec.schedule: FieldValueRequired'],
      empty: [cronJob({ schedule: '' }), 'spec.schedule: FieldValueRequired'],
    },
  },
  'valid-schedule': {
    valid: {
      'a descriptor': cronJob({ schedule: '@daily' }),
      'a zone that 1.28 knows': { manifest: cronJob({ schedule: 'TZ=UTC 0 3 * * *' }), kubeVersion: '1.28' },
    },
    invalid: {
      'six fields': [cronJob({ schedule: '0 0 3 * * *' }), 'spec.schedule: FieldValueInvalid'],
      'Sunday as 7': [cronJob({ schedule: '0 3 * * 7' }), 'spec.schedule: FieldValueInvalid'],
    },
  },
  'no-time-zone-in-schedule': {
    valid: {
      'the zone beside it': cronJob({ timeZone: 'Europe/Berlin' }),
      '1.28': { manifest: cronJob({ schedule: 'CRON_TZ=UTC 0 3 * * *' }), kubeVersion: '1.28' },
    },
    invalid: {
      '1.29': [
        { manifest: cronJob({ schedule: 'CRON_TZ=UTC 0 3 * * *' }), kubeVersion: '1.29' },
        'spec.schedule: FieldValueInvalid',
      ],
      'two zones in 1.28': [
        { manifest: cronJob({ schedule: 'TZ=UTC 0 3 * * *', timeZone: 'Etc/UTC' }), kubeVersion: '1.28' },
        'spec.schedule: FieldValueInvalid',
      ],
    },
  },
  'valid-time-zone': {
    valid: { none: cronJob({ timeZone: null }), 'Etc/GMT+5': cronJob({ timeZone: 'Etc/GMT+5' }) },
    invalid: {
      empty: [cronJob({ timeZone: '' }), 'spec.timeZone: FieldValueInvalid'],
      'an offset': [cronJob({ timeZone: '+02:00' }), 'spec.timeZone: FieldValueInvalid'],
      'another case': [cronJob({ timeZone: 'europe/berlin' }), 'spec.timeZone: FieldValueInvalid'],
    },
  },
  'valid-concurrency-policy': {
    valid: { empty: cronJob({ concurrencyPolicy: '' }), Replace: cronJob({ concurrencyPolicy: 'Replace' }) },
    invalid: {
      'another case': [cronJob({ concurrencyPolicy: 'forbid' }), 'spec.concurrencyPolicy: FieldValueNotSupported'],
    },
  },
});
