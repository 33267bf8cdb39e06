import { resourceRequirementsRules } from '../../../../lib/validation/rules/server/resource-requirements';
import { runtimeClassRules } from '../../../../lib/validation/rules/server/runtime-class';
import { tolerationRules } from '../../../../lib/validation/rules/server/toleration';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { findings, testRules } from '../test-rules';

const runtimeClass = (body: object) => object('node.k8s.io/v1', 'RuntimeClass', { handler: 'runsc', ...body });
const tolerating = (...tolerations: object[]) => runtimeClass({ scheduling: { tolerations } });

testRules(runtimeClassRules, {
  'valid-runtime-handler': {
    valid: { 'a label': runtimeClass({}), '63 characters': runtimeClass({ handler: 'a'.repeat(63) }) },
    invalid: {
      none: [runtimeClass({ handler: '' }), 'handler: FieldValueRequired'],
      'none, up to 1.35': [
        { manifest: runtimeClass({ handler: '' }), kubeVersion: '1.35' },
        'handler: FieldValueInvalid',
      ],
      'an underscore': [runtimeClass({ handler: 'my_handler' }), 'handler: FieldValueInvalid'],
      '64 characters': [runtimeClass({ handler: 'a'.repeat(64) }), 'handler: FieldValueInvalid'],
    },
  },
  'valid-runtime-class-node-selector': {
    valid: { labels: runtimeClass({ scheduling: { nodeSelector: { 'example.com/a': 'b' } } }) },
    invalid: {
      'a key with a space': [
        runtimeClass({ scheduling: { nodeSelector: { 'a b': 'c' } } }),
        'scheduling.nodeSelector: FieldValueInvalid',
      ],
    },
  },
  'unique-runtime-class-toleration': {
    valid: {
      'another effect': tolerating(
        { key: 'a', operator: 'Exists', effect: 'NoSchedule' },
        { key: 'a', operator: 'Exists', effect: 'NoExecute' },
      ),
    },
    invalid: {
      'other seconds': [
        tolerating(
          { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 1 },
          { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 2 },
        ),
        'scheduling.tolerations[1]: FieldValueDuplicate',
      ],
    },
  },
});

test.each([
  ['1.36', 'scheduling.tolerations[0].operator: FieldValueNotSupported'],
  ['1.34', 'scheduling.tolerations.tolerations[0].operator: FieldValueNotSupported'],
])('names a toleration as %s does', (kubeVersion, expected) => {
  const [, operator] = tolerationRules;
  const manifest = tolerating({ key: 'a', operator: 'In' });
  expect(findings(operator, { manifest, kubeVersion })).toEqual([expected]);
  expect(validate([manifest], { kubeVersion })[0]?.path).toEqual(['scheduling', 'tolerations', 0, 'operator']);
});

test('checks the overhead as limits', () => {
  const [names, amounts] = resourceRequirementsRules;
  const manifest = runtimeClass({ overhead: { podFixed: { ram: '1Gi', cpu: '-1' } } });
  expect(findings(names, manifest)).toEqual(['overhead.limits[ram]: FieldValueInvalid']);
  expect(findings(amounts, manifest)).toEqual(['overhead.limits[cpu]: FieldValueInvalid']);
});
