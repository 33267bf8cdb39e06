import { defaultedSpec } from './defaulted';

const group = 'flowcontrol.apiserver.k8s.io';
const queuing = { handSize: 8, queues: 64, queueLengthLimit: 50 };

describe('defaultFlowSchema', () => {
  test.each<[object, object]>([
    [{}, { matchingPrecedence: 1000 }],
    [{ matchingPrecedence: 0 }, { matchingPrecedence: 1000 }],
    [{ matchingPrecedence: 1 }, { matchingPrecedence: 1 }],
  ])('%j', (spec, expected) => {
    expect(defaultedSpec(`${group}/v1`, 'FlowSchema', { ...spec })).toEqual(expected);
  });
});

describe('defaultPriorityLevelConfiguration', () => {
  test.each<[string, number, object, object]>([
    ['v1', 36, { exempt: {} }, { exempt: { nominalConcurrencyShares: 0, lendablePercent: 0 } }],
    ['v1', 36, { limited: {} }, { limited: { nominalConcurrencyShares: 30, lendablePercent: 0 } }],
    [
      'v1',
      36,
      { limited: { nominalConcurrencyShares: 0 } },
      { limited: { nominalConcurrencyShares: 0, lendablePercent: 0 } },
    ],
    [
      'v1beta3',
      31,
      { limited: { nominalConcurrencyShares: 0 } },
      { limited: { nominalConcurrencyShares: 30, lendablePercent: 0 } },
    ],
    ['v1beta2', 28, { limited: {} }, { limited: { assuredConcurrencyShares: 30, lendablePercent: 0 } }],
    [
      'v1',
      36,
      { limited: { limitResponse: { type: 'Queue', queuing: { queues: 1 } } } },
      {
        limited: {
          limitResponse: { type: 'Queue', queuing: { ...queuing, queues: 1 } },
          nominalConcurrencyShares: 30,
          lendablePercent: 0,
        },
      },
    ],
    [
      'v1beta2',
      28,
      { limited: { limitResponse: { type: 'Queue', queuing: {} } } },
      { limited: { limitResponse: { type: 'Queue', queuing }, assuredConcurrencyShares: 30, lendablePercent: 0 } },
    ],
  ])('%s in 1.%i: %j', (version, minor, spec, expected) => {
    expect(defaultedSpec(`${group}/${version}`, 'PriorityLevelConfiguration', { ...spec }, minor)).toEqual(expected);
  });
});
