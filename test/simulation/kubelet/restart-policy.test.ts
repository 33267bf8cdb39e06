import type { Container } from '../../../lib/kubernetes/generated/decoded';
import { shouldRestart, shouldRestartInit } from '../../../lib/simulation/kubelet/restart-policy';

const rule = (operator: string) => [{ action: 'Restart', exitCodes: { operator, values: [3] } }];
const cases: [string, Container, string, number, boolean][] = [
  ['Always and 0', {}, 'Always', 0, true],
  ['OnFailure and 0', {}, 'OnFailure', 0, false],
  ['OnFailure and 1', {}, 'OnFailure', 1, true],
  ['Never and 1', {}, 'Never', 1, false],
  ['the policy of the container', { restartPolicy: 'Never' }, 'Always', 1, false],
  ['a rule for this code', { restartPolicy: 'Never', restartPolicyRules: rule('In') }, 'Never', 3, true],
  ['a rule for another code', { restartPolicy: 'Never', restartPolicyRules: rule('In') }, 'Never', 4, false],
  ['a rule for all other codes', { restartPolicy: 'Never', restartPolicyRules: rule('NotIn') }, 'Never', 4, true],
];

test.each(cases)('%s', (_, container, restartPolicy, code, expected) => {
  expect(shouldRestart(container, { restartPolicy }, code)).toBe(expected);
});

test('an init container that succeeded is done, a sidecar never is', () => {
  expect(shouldRestartInit({}, { restartPolicy: 'Always' }, 0)).toBe(false);
  expect(shouldRestartInit({}, { restartPolicy: 'Always' }, 1)).toBe(true);
  expect(shouldRestartInit({}, { restartPolicy: 'Never' }, 1)).toBe(false);
  expect(shouldRestartInit({ restartPolicy: 'Always' }, { restartPolicy: 'Never' }, 0)).toBe(true);
});
