import { defaulted } from './defaulted';

describe('defaultPriorityClass', () => {
  test.each<[object, string]>([
    [{}, 'PreemptLowerPriority'],
    [{ preemptionPolicy: 'Never' }, 'Never'],
    [{ preemptionPolicy: '' }, ''],
  ])('%j', (body, expected) => {
    const priorityClass = defaulted({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 1, ...body });
    expect(priorityClass.preemptionPolicy).toBe(expected);
  });
});
