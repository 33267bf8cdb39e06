import { nodeLabelAdvice } from '../../../../lib/validation/rules/advice/node-label';
import { validate } from '../../../../lib/validation/validate';
import { pod } from '../../manifests';
import { testAdvice } from '../test-advice';

const ZONE = 'failure-domain.beta.kubernetes.io/zone';
const labelSelector = { matchLabels: { app: 'web' } };
const spread = (topologyKey: string) =>
  pod({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector }] });
const affinity = (key: string) =>
  pod({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'Exists' }] }],
        },
      },
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: key, labelSelector }],
      },
    },
  });

testAdvice(nodeLabelAdvice, {
  'no-deprecated-node-label': {
    valid: {
      'names of today': pod({ nodeSelector: { 'kubernetes.io/os': 'linux' } }),
      'a label of the author': affinity('example.com/zone'),
    },
    invalid: {
      'a selector': [
        pod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }),
        'spec.nodeSelector[beta.kubernetes.io/os]: beta.kubernetes.io/os is called kubernetes.io/os now',
      ],
      'a spread': [
        spread(ZONE),
        'spec.topologySpreadConstraints[0].topologyKey: called topology.kubernetes.io/zone now',
      ],
      affinities: [
        affinity(ZONE),
        'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: called topology',
        'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: called topology',
      ],
    },
  },
});

test('a program writes the new name in the place of the old one', () => {
  const rules = { 'no-deprecated-node-label': 'warning' } as const;
  const found = validate([pod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }), spread(ZONE)], {
    profile: 'none',
    rules,
  });
  expect(found.map(({ edits }) => edits)).toEqual([
    [
      { path: ['spec', 'nodeSelector', 'beta.kubernetes.io/os'], value: undefined },
      { path: ['spec', 'nodeSelector', 'kubernetes.io/os'], value: 'linux' },
    ],
    [{ path: ['spec', 'topologySpreadConstraints', 0, 'topologyKey'], value: 'topology.kubernetes.io/zone' }],
  ]);
});
