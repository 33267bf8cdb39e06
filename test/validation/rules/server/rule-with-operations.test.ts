import { ruleWithOperationsRules } from '../../../../lib/validation/rules/server/rule-with-operations';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const good = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const asked = (rule: object) =>
  object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {
    webhooks: [{ rules: [{ ...good, ...rule }] }],
  });
const policed = (rule: object) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: { matchConstraints: { resourceRules: [{ ...good, ...rule }] } },
  });
const resources = (...list: string[]) => asked({ resources: list });
const RULE = 'webhooks[0].rules[0]';

testRules(ruleWithOperationsRules, {
  'valid-admission-operations': {
    valid: { all: asked({ operations: ['*'] }), two: asked({ operations: ['CREATE', 'CONNECT'] }) },
    invalid: {
      none: [asked({ operations: [] }), `${RULE}.operations: FieldValueRequired`],
      'lower case': [asked({ operations: ['CREATE', 'update'] }), `${RULE}.operations[1]: FieldValueNotSupported`],
      '* and another': [asked({ operations: ['*', 'CREATE'] }), `${RULE}.operations: FieldValueInvalid`],
      'of a policy': [
        policed({ operations: [] }),
        'spec.matchConstraints.resourceRules[0].operations: FieldValueRequired',
      ],
    },
  },
  'valid-admission-api-groups': {
    valid: { 'the core group': asked({}), all: asked({ apiGroups: ['*'] }) },
    invalid: {
      none: [asked({ apiGroups: [] }), `${RULE}.apiGroups: FieldValueRequired`],
      '* and another': [asked({ apiGroups: ['apps', '*'] }), `${RULE}.apiGroups: FieldValueInvalid`],
    },
  },
  'valid-admission-api-versions': {
    valid: { all: asked({ apiVersions: ['*'] }) },
    invalid: {
      none: [asked({ apiVersions: [] }), `${RULE}.apiVersions: FieldValueRequired`],
      'an empty one': [asked({ apiVersions: [''] }), `${RULE}.apiVersions[0]: FieldValueRequired`],
      '* and another': [asked({ apiVersions: ['*', 'v1'] }), `${RULE}.apiVersions: FieldValueInvalid`],
    },
  },
  'valid-admission-resources': {
    valid: {
      '* and subresources': resources('*', 'pods/log'),
      'all subresources of pods': resources('pods', 'pods/*'),
      everything: resources('*/*'),
      'a resource before *, which the server forgets': resources('pods', '*'),
    },
    invalid: {
      none: [resources(), `${RULE}.resources: FieldValueRequired`],
      'an empty one': [resources('pods', ''), `${RULE}.resources[1]: FieldValueRequired`],
      '* and a resource': [resources('*', 'pods'), `${RULE}.resources: FieldValueInvalid`],
      '*/* and another': [resources('*/*', 'pods/log'), `${RULE}.resources: FieldValueInvalid`],
      'a subresource that is covered': [resources('pods/*', 'pods/log'), `${RULE}.resources[1]: FieldValueInvalid`],
      'a resource that is covered': [resources('*/log', 'pods/log'), `${RULE}.resources[1]: FieldValueInvalid`],
    },
  },
  'valid-admission-scope': {
    valid: { none: asked({}), Namespaced: asked({ scope: 'Namespaced' }) },
    invalid: { 'lower case': [asked({ scope: 'namespaced' }), `${RULE}.scope: FieldValueNotSupported`] },
  },
  'valid-admission-resource-names': {
    valid: { 'two names': policed({ resourceNames: ['a', 'b'] }) },
    invalid: {
      'a path': [
        policed({ resourceNames: ['a/b'] }),
        'spec.matchConstraints.resourceRules[0].resourceNames[0]: FieldValueInvalid',
      ],
      'the same twice': [
        policed({ resourceNames: ['a', 'a'] }),
        'spec.matchConstraints.resourceRules[0].resourceNames[1]: FieldValueDuplicate',
      ],
    },
  },
});
