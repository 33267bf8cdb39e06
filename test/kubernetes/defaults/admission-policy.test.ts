import { defaultedSpec } from './defaulted';

const group = 'admissionregistration.k8s.io/v1';
const matched = { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} };

describe.each(['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'])('defaultAdmissionPolicy, %s', (kind) => {
  test.each<[string, object, object]>([
    ['fails closed', {}, { failurePolicy: 'Fail' }],
    ['need not', { failurePolicy: 'Ignore' }, { failurePolicy: 'Ignore' }],
    [
      'matches all scopes of what it names',
      { matchConstraints: { resourceRules: [{ resources: ['pods'] }], excludeResourceRules: [{ scope: 'Cluster' }] } },
      {
        failurePolicy: 'Fail',
        matchConstraints: {
          ...matched,
          resourceRules: [{ resources: ['pods'], scope: '*' }],
          excludeResourceRules: [{ scope: 'Cluster' }],
        },
      },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec(group, kind, { ...spec })).toEqual(expected);
  });
});

describe.each(['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'])(
  'defaultAdmissionPolicyBinding, %s',
  (kind) => {
    test.each<[string, object, object]>([
      ['adds nothing of its own', {}, {}],
      [
        'denies without parameters',
        { paramRef: { name: 'p' } },
        { paramRef: { name: 'p', parameterNotFoundAction: 'Deny' } },
      ],
      ['fills in what it matches', { matchResources: {} }, { matchResources: matched }],
    ])('%s', (_, spec, expected) => {
      expect(defaultedSpec(group, kind, { ...spec })).toEqual(expected);
    });
  },
);
