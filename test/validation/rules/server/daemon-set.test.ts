import { daemonSetRules } from '../../../../lib/validation/rules/server/daemon-set';
import { validate } from '../../../../lib/validation/validate';
import { workload } from '../../manifests';
import { testRules } from '../test-rules';

const updating = (updateStrategy: Record<string, unknown>) => workload('DaemonSet', { updateStrategy });
const rolling = (rollingUpdate: Record<string, unknown>) => updating({ rollingUpdate });
const SURGE = 'spec.updateStrategy.rollingUpdate.maxSurge';
const UNAVAILABLE = 'spec.updateStrategy.rollingUpdate.maxUnavailable';

testRules(daemonSetRules, {
  'valid-daemon-set-strategy': {
    valid: { none: workload('DaemonSet'), OnDelete: updating({ type: 'OnDelete' }), empty: updating({ type: '' }) },
    invalid: { Recreate: [updating({ type: 'Recreate' }), 'spec.updateStrategy: FieldValueNotSupported'] },
  },
  'valid-daemon-set-rolling-update': {
    valid: {
      'all nodes': rolling({ maxUnavailable: '100%' }),
      'settings that OnDelete ignores': updating({ type: 'OnDelete', rollingUpdate: { maxSurge: 'x' } }),
    },
    invalid: {
      'a number as text': [rolling({ maxUnavailable: '1' }), `${UNAVAILABLE}: FieldValueInvalid`],
      'more than all': [rolling({ maxUnavailable: 0, maxSurge: '101%' }), `${SURGE}: FieldValueInvalid`],
      negative: [rolling({ maxUnavailable: -1 }), `${UNAVAILABLE}: FieldValueInvalid`],
    },
  },
  'valid-daemon-set-surge': {
    valid: {
      defaults: rolling({}),
      'a surge alone': rolling({ maxSurge: 1, maxUnavailable: 0 }),
      'zero percent is zero': rolling({ maxSurge: '10%', maxUnavailable: '0%' }),
    },
    invalid: {
      'the default of maxUnavailable counts': [rolling({ maxSurge: 1 }), `${SURGE}: FieldValueInvalid`],
      neither: [rolling({ maxUnavailable: 0 }), `${UNAVAILABLE}: FieldValueRequired`],
    },
  },
});

test.each<[string, Record<string, unknown>, string]>([
  ['a surge beside the default', { maxSurge: 1 }, 'Leave maxSurge out, or write maxUnavailable: 0 beside it.'],
  ['neither', { maxUnavailable: 0 }, 'Leave maxUnavailable out for 1, or write maxSurge: 1 beside it.'],
])('the remedy for %s', (_name, bounds, fix) => {
  expect(validate([rolling(bounds)])[0]?.fix).toBe(fix);
});
