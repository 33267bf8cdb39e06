import '../../lib/testing';
import { failureOf } from './failure-of';
import { webChart } from './web';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    containers: [{ name: 'web', image: 'web:1', livenessProbe: { exec: { command: ['ls'] }, successThreshold: 2 } }],
  },
};
const RULE = 'valid-probe-success-threshold';
const FIELD = 'spec.containers[0].livenessProbe.successThreshold';

test('holds for a finding of the rule, at the field that is given', () => {
  expect(pod).toHaveFinding(RULE);
  expect(pod).toHaveFinding(RULE, FIELD);
  expect(pod).toHaveFinding(RULE, /livenessProbe/);
  expect(pod).not.toHaveFinding(RULE, 'spec.containers[0].livenessProbe');
  expect(pod).not.toHaveFinding(RULE, /readinessProbe/);
  expect(webChart()).not.toHaveFinding(RULE);
});

test('holds for findings of every severity', () => {
  expect({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'one' } }).toHaveFinding(
    'unchecked-custom-resource',
  );
});

test('fails with what was found', () => {
  const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { level: 'info' } };
  expect(failureOf(() => expect(settings).toHaveFinding(RULE, FIELD))).toBe(
    `expected ConfigMap/settings to have a finding of ${RULE} at ${FIELD}\n\nNothing was found.`,
  );
  const message = failureOf(() => expect(pod).toHaveFinding(RULE, /readinessProbe/));
  expect(message).toContain(`What was found:\n\nPod/web\n  error  ${FIELD}  Invalid value: 2: must be 1`);
});

test('.not fails with the finding', () => {
  expect(failureOf(() => expect(pod).not.toHaveFinding(RULE))).toContain(
    `expected Pod/web not to have a finding of ${RULE}\n\nWhat was found:\n\nPod/web\n  error  ${FIELD}`,
  );
});

test('a rule that there is not can be neither found nor missed', () => {
  const assertion = () => expect(pod).not.toHaveFinding('valid-probe-success-treshold');
  expect(assertion).toThrow(expect.objectContaining({ code: 'ERR_RULE' }));
  expect(failureOf(assertion)).toBe(
    "there is no rule 'valid-probe-success-treshold'; did you mean valid-probe-success-threshold?",
  );
});

test('the version counts', () => {
  expect(pod).toHaveFinding(RULE, FIELD, { kubeVersion: '1.28' });
  expect(() => expect(pod).toHaveFinding(RULE, FIELD, { kubeVersion: '2' })).toThrow(
    expect.objectContaining({ code: 'ERR_KUBE_VERSION' }),
  );
});
