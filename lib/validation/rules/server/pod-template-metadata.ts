import { defineRules } from '../../rule';
import { reportAnnotationKeys, reportAnnotationsSize } from './annotations';
import { reportLabels } from './labels';

const TEMPLATE = 'apiVersion: v1\nkind: PodTemplate\nmetadata: { name: web }\ntemplate:\n';
const SPEC = '  spec: { containers: [{ name: app, image: nginx }] }';

/** The metadata of a pod template, of which the server looks at labels and annotations only and leaves `metadata` out of their paths. */
export const podTemplateMetadataRules = defineRules([
  {
    id: 'valid-template-label',
    summary: 'The labels of a pod template have label keys and label values.',
    why: 'The pods could not be made with other labels.',
    fix: 'Write keys and values of at most 63 letters, digits, -, _ and .',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidatePodTemplateSpec, pkg/apis/apps/validation/validation.go ValidatePodTemplateSpecForStatefulSet',
    example: {
      bad: `${TEMPLATE}  metadata: { labels: { app: my web } }\n${SPEC}`,
      good: `${TEMPLATE}  metadata: { labels: { app: my-web } }\n${SPEC}`,
    },
    visit: {
      pod({ metadata }, at, report, { isPod }) {
        if (isPod || !metadata?.labels) return;
        reportLabels(metadata.labels, at.child('labels'), report, at.down('metadata', 'labels'));
      },
    },
  },
  {
    id: 'valid-template-annotation',
    summary: 'The annotations of a pod template have keys like labels, and hold at most 256 KiB together.',
    why: 'The pods could not be made with other annotations.',
    fix: 'Write a name of at most 63 letters, digits, -, _ and ., with a domain before it; keep large data in a ConfigMap.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidatePodTemplateSpec, k8s.io/apimachinery pkg/api/validation ValidateAnnotations',
    example: {
      bad: `${TEMPLATE}  metadata: { annotations: { my note: x } }\n${SPEC}`,
      good: `${TEMPLATE}  metadata: { annotations: { my-note: x } }\n${SPEC}`,
    },
    visit: {
      pod({ metadata }, at, report, { isPod }) {
        if (isPod || !metadata?.annotations) return;
        const place = at.down('metadata', 'annotations');
        const field = at.child('annotations');
        reportAnnotationKeys(metadata.annotations, field, report, place);
        reportAnnotationsSize(metadata.annotations, field, report, place);
      },
    },
  },
]);
