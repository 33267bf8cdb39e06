import { flowSchemaRules } from '../../../../lib/validation/rules/server/flow-schema';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const user = { kind: 'User', user: { name: 'ann' } };
const resourceRule = { verbs: ['get'], apiGroups: [''], resources: ['pods'], namespaces: ['default'] };
const flowSchema = (spec: object) =>
  object('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', {
    spec: { priorityLevelConfiguration: { name: 'web' }, ...spec },
  });
const about = (rule: object) => flowSchema({ rules: [{ subjects: [user], ...rule }] });
const of = (...subjects: object[]) => about({ subjects, resourceRules: [resourceRule] });
const resources = (change: object) => about({ resourceRules: [{ ...resourceRule, ...change }] });
const urls = (...nonResourceURLs: string[]) => about({ nonResourceRules: [{ verbs: ['*'], nonResourceURLs }] });
const RULE = 'spec.rules[0]';

testRules(flowSchemaRules, {
  'valid-matching-precedence': {
    valid: { none: flowSchema({}), two: flowSchema({ matchingPrecedence: 2 }) },
    invalid: {
      one: [flowSchema({ matchingPrecedence: 1 }), 'spec.matchingPrecedence: FieldValueInvalid'],
      negative: [flowSchema({ matchingPrecedence: -1 }), 'spec.matchingPrecedence: FieldValueInvalid'],
      'too high': [flowSchema({ matchingPrecedence: 10001 }), 'spec.matchingPrecedence: FieldValueInvalid'],
    },
  },
  'valid-flow-distinguisher': {
    valid: { none: flowSchema({}), ByNamespace: flowSchema({ distinguisherMethod: { type: 'ByNamespace' } }) },
    invalid: {
      empty: [flowSchema({ distinguisherMethod: {} }), 'spec.distinguisherMethod.type: FieldValueNotSupported'],
    },
  },
  'require-priority-level': {
    valid: { 'a name': flowSchema({}) },
    invalid: {
      none: [
        flowSchema({ priorityLevelConfiguration: undefined }),
        'spec.priorityLevelConfiguration.name: FieldValueRequired',
      ],
      'upper case': [
        flowSchema({ priorityLevelConfiguration: { name: 'Web' } }),
        'spec.priorityLevelConfiguration.name: FieldValueInvalid',
      ],
    },
  },
  'valid-flow-subject': {
    valid: {
      'all accounts': of({ kind: 'ServiceAccount', serviceAccount: { name: '*', namespace: 'default' } }),
      'a group': of(user, { kind: 'Group', group: { name: 'system:masters' } }),
    },
    invalid: {
      none: [of(), `${RULE}.subjects: FieldValueRequired`],
      'another kind': [of({ kind: 'user' }), `${RULE}.subjects[0].kind: FieldValueNotSupported`],
      'another field': [
        of({ kind: 'Group', user: { name: 'ann' } }),
        `${RULE}.subjects[0].group: FieldValueRequired`,
        `${RULE}.subjects[0].user: FieldValueForbidden`,
      ],
      'no name': [of({ kind: 'User', user: {} }), `${RULE}.subjects[0].user.name: FieldValueRequired`],
      'an empty account': [
        of({ kind: 'ServiceAccount', serviceAccount: {} }),
        `${RULE}.subjects[0].serviceAccount.name: FieldValueRequired`,
        `${RULE}.subjects[0].serviceAccount.namespace: FieldValueRequired`,
      ],
    },
  },
  'valid-flow-rule': {
    valid: {
      'of the cluster': resources({ namespaces: undefined, clusterScope: true }),
      everything: resources({ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'] }),
      urls: urls('/healthz', '/', '/metrics/*'),
    },
    invalid: {
      nothing: [about({}), `${RULE}: FieldValueRequired`],
      'no namespaces': [resources({ namespaces: [] }), `${RULE}.resourceRules[0].namespaces: FieldValueRequired`],
      'an unknown verb': [
        resources({ verbs: ['get', 'read'] }),
        `${RULE}.resourceRules[0].verbs: FieldValueNotSupported`,
      ],
      '* and another': [
        resources({ apiGroups: ['*', ''], resources: ['*', 'pods'] }),
        `${RULE}.resourceRules[0].apiGroups: FieldValueInvalid`,
        `${RULE}.resourceRules[0].resources: FieldValueInvalid`,
      ],
      'malformed URLs': [
        urls('healthz', '/a//b', '/a*', '/a b'),
        `${RULE}.nonResourceRules[0].nonResourceURLs[0]: FieldValueInvalid`,
        `${RULE}.nonResourceRules[0].nonResourceURLs[1]: FieldValueInvalid`,
        `${RULE}.nonResourceRules[0].nonResourceURLs[2]: FieldValueInvalid`,
        `${RULE}.nonResourceRules[0].nonResourceURLs[3]: FieldValueInvalid`,
      ],
    },
  },
});
