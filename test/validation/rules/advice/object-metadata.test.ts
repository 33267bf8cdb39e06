import { objectMetadataAdvice } from '../../../../lib/validation/rules/advice/object-metadata';
import { deployment, object, pod } from '../../manifests';
import { testAdvice } from '../test-advice';

const labelled = (labels: object) => deployment({}, { labels });

testAdvice(objectMetadataAdvice, {
  'require-namespace': {
    valid: {
      'a namespace': pod({}, { namespace: 'shop' }),
      'a kind without one': object('v1', 'Namespace'),
    },
    invalid: {
      none: [pod(), 'metadata.namespace: the namespace of whoever applies it'],
      default: [pod({}, { namespace: 'default' }), 'metadata.namespace: default is for trying out'],
    },
  },
  'require-owner-label': {
    valid: {
      'a team': labelled({ team: 'checkout' }),
      'an owner with a prefix': labelled({ 'example.com/owner': 'checkout' }),
      'an annotation': deployment({}, { annotations: { 'example.com/email': 'a@example.com' } }),
      'what makes no pods': object('v1', 'ConfigMap'),
    },
    invalid: { 'other labels': [labelled({ app: 'web' }), 'metadata.labels: nothing says whom to call'] },
  },
  'require-recommended-label': {
    valid: {
      'the label': labelled({ 'app.kubernetes.io/name': 'web' }),
      'what makes no pods': object('v1', 'ConfigMap'),
    },
    invalid: { 'other labels': [labelled({ app: 'web' }), 'metadata.labels: no app.kubernetes.io/name'] },
  },
});
