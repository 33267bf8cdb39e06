import { podTemplateMetadataRules } from '../../../../lib/validation/rules/server/pod-template-metadata';
import { validate } from '../../../../lib/validation/validate';
import { cronJob, deployment, object, pod, podTemplate, workload } from '../../manifests';
import { testRules } from '../test-rules';

const labelled = (labels: object) => podTemplate({}, { labels: { app: 'web', ...labels } });
const annotated = (annotations: object) => podTemplate({}, { annotations });

testRules(podTemplateMetadataRules, {
  'valid-template-label': {
    valid: {
      'other metadata, which nobody looks at': deployment({
        template: podTemplate({}, { name: 'No_Name', finalizers: ['a b'], namespace: '..' }),
      }),
      'a Pod, whose labels are those of an object': pod({}, { labels: { app: 'a b' } }),
    },
    invalid: {
      'a key and a value': [
        deployment({ template: labelled({ 'a b': 'c d' }) }),
        'spec.template.labels: FieldValueInvalid',
        'spec.template.labels: FieldValueInvalid',
      ],
      'in a StatefulSet, before 1.34 as well': [
        { manifest: workload('StatefulSet', { template: labelled({ tier: 'a b' }) }), kubeVersion: '1.28' },
        'spec.template.labels: FieldValueInvalid',
      ],
      'in a CronJob': [
        cronJob({}, { template: { ...labelled({ tier: 'a b' }) } }),
        'spec.jobTemplate.spec.template.labels: FieldValueInvalid',
      ],
      'in a PodTemplate': [
        object('v1', 'PodTemplate', { template: labelled({ tier: 'a b' }) }),
        'template.labels: FieldValueInvalid',
      ],
    },
  },
  'valid-template-annotation': {
    valid: {
      'an upper-case prefix': deployment({ template: annotated({ 'Example.com/note': 'any text' }) }),
      '256 KiB': deployment({ template: annotated({ note: 'x'.repeat(256 * 1024 - 4) }) }),
    },
    invalid: {
      'a space in a key': [
        deployment({ template: annotated({ 'a b': '' }) }),
        'spec.template.annotations: FieldValueInvalid',
      ],
      'more than 256 KiB': [
        deployment({ template: annotated({ note: 'x'.repeat(256 * 1024 - 3) }) }),
        'spec.template.annotations: FieldValueTooLong',
      ],
    },
  },
});

test('the true place of a label is below metadata', () => {
  const [found] = validate([deployment({ template: labelled({ tier: 'a b' }) })]);
  expect(found?.path).toEqual(['spec', 'template', 'metadata', 'labels', 'tier']);
});
