import { deploymentRules } from '../../../../lib/validation/rules/server/deployment';
import { deployment } from '../../manifests';
import { testRules } from '../test-rules';

const rolling = (rollingUpdate: Record<string, unknown>) => deployment({ strategy: { rollingUpdate } });
const annotated = (revision: string) =>
  deployment({}, { annotations: { 'deprecated.deployment.rollback.to': revision } });
const SURGE = 'spec.strategy.rollingUpdate.maxSurge: FieldValueInvalid';
const UNAVAILABLE = 'spec.strategy.rollingUpdate.maxUnavailable: FieldValueInvalid';

testRules(deploymentRules, {
  'valid-deployment-strategy': {
    valid: {
      none: deployment(),
      empty: deployment({ strategy: { type: '' } }),
      Recreate: deployment({ strategy: { type: 'Recreate' } }),
    },
    invalid: {
      'another word': [deployment({ strategy: { type: 'OnDelete' } }), 'spec.strategy: FieldValueNotSupported'],
      'another case': [deployment({ strategy: { type: 'recreate' } }), 'spec.strategy: FieldValueNotSupported'],
    },
  },
  'no-rolling-update-with-recreate': {
    valid: { null: deployment({ strategy: { type: 'Recreate', rollingUpdate: null } }) },
    invalid: {
      empty: [
        deployment({ strategy: { type: 'Recreate', rollingUpdate: {} } }),
        'spec.strategy.rollingUpdate: FieldValueForbidden',
      ],
    },
  },
  'valid-deployment-rolling-update': {
    valid: {
      numbers: rolling({ maxSurge: 1, maxUnavailable: 0 }),
      '100% may be missing': rolling({ maxUnavailable: '100%' }),
      'any surge': rolling({ maxSurge: '1000%' }),
      'any number may be missing': rolling({ maxUnavailable: 1000 }),
    },
    invalid: {
      'a number as text': [rolling({ maxSurge: '1' }), SURGE],
      negative: [rolling({ maxSurge: -1, maxUnavailable: -1 }), SURGE, UNAVAILABLE],
      'more than all': [rolling({ maxUnavailable: '101%' }), UNAVAILABLE],
      'a fraction of a percent': [rolling({ maxSurge: '2.5%' }), SURGE],
    },
  },
  'no-standstill-rolling-update': {
    valid: {
      'one of them': rolling({ maxSurge: 0, maxUnavailable: 1 }),
      'the default of the other': rolling({ maxSurge: 0 }),
      'a number as text, which counts': rolling({ maxSurge: '1', maxUnavailable: 0 }),
      Recreate: deployment({ strategy: { type: 'Recreate' } }),
    },
    invalid: {
      'both zero': [rolling({ maxSurge: 0, maxUnavailable: 0 }), UNAVAILABLE],
      'zero percent': [rolling({ maxSurge: '0%', maxUnavailable: '00%' }), UNAVAILABLE],
      'words, which count as zero': [rolling({ maxSurge: 'x', maxUnavailable: 'y' }), UNAVAILABLE],
    },
  },
  'valid-progress-deadline': {
    valid: {
      default: deployment({ minReadySeconds: 599 }),
      'one more': deployment({ minReadySeconds: 1, progressDeadlineSeconds: 2 }),
    },
    invalid: {
      'the default counts': [deployment({ minReadySeconds: 600 }), 'spec.progressDeadlineSeconds: FieldValueInvalid'],
      zero: [deployment({ progressDeadlineSeconds: 0 }), 'spec.progressDeadlineSeconds: FieldValueInvalid'],
    },
  },
  'valid-rollback-revision': {
    valid: { zero: annotated('-0'), 'a revision': annotated('3'), empty: annotated('') },
    invalid: { negative: [annotated('-3'), 'spec.rollback.version: FieldValueInvalid'] },
  },
});
