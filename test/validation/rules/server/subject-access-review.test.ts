import { subjectAccessReviewRules } from '../../../../lib/validation/rules/server/subject-access-review';
import { testRules } from '../test-rules';

const review = (kind: string, spec: object, metadata?: object) => ({
  apiVersion: 'authorization.k8s.io/v1',
  kind,
  ...(metadata && { metadata }),
  spec,
});
const resourceAttributes = { verb: 'get', resource: 'pods', namespace: 'shop' };
const nonResourceAttributes = { verb: 'get', path: '/healthz' };
const selecting = (fieldSelector: object) =>
  review('SelfSubjectAccessReview', { resourceAttributes: { ...resourceAttributes, fieldSelector } });
const RESOURCE = 'spec.resourceAttributes';
const requirements = [{ key: 'metadata.name', operator: 'In', values: ['web'] }];

testRules(subjectAccessReviewRules, {
  'valid-access-review': {
    valid: {
      'a user': review('SubjectAccessReview', { user: 'jane', resourceAttributes }),
      'a group and a path': review('SubjectAccessReview', { groups: ['dev'], nonResourceAttributes }),
      oneself: review('SelfSubjectAccessReview', { resourceAttributes }),
      'a local one': review('LocalSubjectAccessReview', { user: 'jane', resourceAttributes }, { namespace: 'shop' }),
      'a local one, of whatever namespace it is applied to': review('LocalSubjectAccessReview', {
        user: 'jane',
        resourceAttributes,
      }),
      'a selector': selecting({ requirements }),
      'an empty selector where nobody looks': { manifest: selecting({}), kubeVersion: '1.31' },
    },
    invalid: {
      nobody: [review('SubjectAccessReview', { resourceAttributes }), 'spec.user: FieldValueInvalid'],
      nothing: [review('SelfSubjectAccessReview', {}), `${RESOURCE}: FieldValueInvalid`],
      both: [
        review('SelfSubjectAccessReview', { resourceAttributes, nonResourceAttributes }),
        'spec.nonResourceAttributes: FieldValueInvalid',
      ],
      'a path, locally': [
        review('LocalSubjectAccessReview', { user: 'jane', nonResourceAttributes }, { namespace: 'shop' }),
        'spec.nonResourceAttributes: FieldValueInvalid',
      ],
      'another namespace': [
        review('LocalSubjectAccessReview', { user: 'jane', resourceAttributes }, { namespace: 'other' }),
        `${RESOURCE}.namespace: FieldValueInvalid`,
      ],
      'an empty selector': [selecting({}), `${RESOURCE}.fieldSelector.requirements: FieldValueRequired`],
      'a selector in two ways': [
        selecting({ rawSelector: 'metadata.name=web', requirements }),
        `${RESOURCE}.fieldSelector.rawSelector: FieldValueInvalid`,
      ],
    },
  },
  'no-review-metadata': {
    valid: {
      none: review('SelfSubjectAccessReview', { resourceAttributes }),
      'a time that is not given': review('SelfSubjectAccessReview', {}, { creationTimestamp: null, labels: {} }),
      'the namespace of a local one': review('LocalSubjectAccessReview', {}, { namespace: 'shop' }),
    },
    invalid: {
      'a name': [review('SubjectAccessReview', {}, { name: 'a' }), 'metadata: FieldValueInvalid'],
      labels: [review('LocalSubjectAccessReview', {}, { labels: { a: 'b' } }), 'metadata: FieldValueInvalid'],
    },
  },
});
