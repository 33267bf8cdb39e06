import { imagePullPolicyOf } from '../../../lib/kubernetes/defaults/image-pull-policy';

const digest = `sha256:${'a'.repeat(64)}`;

describe('imagePullPolicyOf', () => {
  test.each([
    'app',
    'app:latest',
    'registry.example/team/app',
    'registry.example:5000/app',
    'registry.example:5000/app:latest',
    `app:latest@${digest}`,
    'localhost/app',
  ])('%s is always pulled', (image) => {
    expect(imagePullPolicyOf(image)).toBe('Always');
  });

  test.each([
    'app:1',
    'registry.example:5000/app:1',
    'app:latest-1',
    `app@${digest}`,
    `app:1@${digest}`,
    '',
    'App',
    'app:',
    'app:la test',
    'a'.repeat(64),
  ])('%j is pulled when absent', (image) => {
    expect(imagePullPolicyOf(image)).toBe('IfNotPresent');
  });
});
