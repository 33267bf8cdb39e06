import { defaulted } from './defaulted';

type Body = Record<string, unknown>;

const containers = [{ name: 'app', image: 'app:1' }];

function pod(spec: Body, minor: number): Body {
  const metadata = { name: 'web', labels: { app: 'web', rev: '1' } };
  return defaulted({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } }, minor);
}

const term = { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'web' } } };
const added = (...matchExpressions: Body[]) => ({ matchLabels: { app: 'web' }, matchExpressions });

describe('mergeLabelKeys, in affinity', () => {
  test.each<[string, Body, number, Body]>([
    [
      'adds a label that must match',
      { matchLabelKeys: ['rev'] },
      31,
      added({ key: 'rev', operator: 'In', values: ['1'] }),
    ],
    [
      'adds a label that must differ',
      { mismatchLabelKeys: ['rev'] },
      31,
      added({ key: 'rev', operator: 'NotIn', values: ['1'] }),
    ],
    ['adds no label that the Pod lacks', { matchLabelKeys: ['other'] }, 31, { matchLabels: { app: 'web' } }],
    [
      'adds no label that only JavaScript knows',
      { matchLabelKeys: ['constructor'] },
      31,
      { matchLabels: { app: 'web' } },
    ],
    ['adds nothing in 1.30', { matchLabelKeys: ['rev'] }, 30, { matchLabels: { app: 'web' } }],
  ])('%s', (_, keys, minor, labelSelector) => {
    const rules = {
      requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, ...keys }],
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { ...term, ...keys } }],
    };
    const expected = {
      requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector }],
      preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { labelSelector } }],
    };
    const filled = pod({ affinity: { podAffinity: rules, podAntiAffinity: rules } }, minor);
    expect(filled).toMatchObject({ spec: { affinity: { podAffinity: expected, podAntiAffinity: expected } } });
    if (!('matchExpressions' in labelSelector)) expect(JSON.stringify(filled)).not.toContain('matchExpressions');
  });

  test('makes no selector where there is none', () => {
    const rules = {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', matchLabelKeys: ['rev'] }],
    };
    expect(JSON.stringify(pod({ affinity: { podAffinity: rules } }, 36))).not.toContain('labelSelector');
  });
});

describe('mergeLabelKeys, in spread constraints', () => {
  test.each<[number, Body]>([
    [33, { matchLabels: { app: 'web' } }],
    [34, added({ key: 'rev', operator: 'In', values: ['1'] })],
  ])('1.%i', (minor, labelSelector) => {
    const constraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['rev'] };
    const topologySpreadConstraints = [{ ...constraint, labelSelector: { matchLabels: { app: 'web' } } }];
    expect(pod({ topologySpreadConstraints }, minor)).toHaveProperty(
      'spec.topologySpreadConstraints.0.labelSelector',
      labelSelector,
    );
  });
});
