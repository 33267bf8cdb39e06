import { forbidden } from '../../finding';
import { defineRules } from '../../rule';
import { reportAnnotationKeys, reportAnnotationsSize } from './annotations';
import { reportLabels } from './labels';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateTemplateObjectMeta';

/** What a volume must be that comes and goes with its pod; its claim is checked as every claim is. */
export const ephemeralVolumeSourceRules = defineRules([
  {
    id: 'no-claim-template-metadata',
    summary: 'The template of the claim of an ephemeral volume has labels and annotations, and no other metadata.',
    why: 'The name of the claim is made of those of the pod and the volume.',
    fix: 'Leave everything but labels and annotations out.',
    source: SOURCE,
    example: {
      bad: '{ volumeClaimTemplate: { metadata: { name: data } } }',
      good: '{ volumeClaimTemplate: { metadata: { labels: { app: web } } } }',
    },
    visit: {
      ephemeralVolumeSource({ volumeClaimTemplate }, at, report) {
        for (const field in volumeClaimTemplate?.metadata) {
          if (field === 'labels' || field === 'annotations') continue;
          const path = at.down('volumeClaimTemplate', 'metadata', field);
          report(forbidden(field === 'uid' ? path.misnamed('uID') : path, 'cannot be set'));
        }
      },
    },
  },
  {
    id: 'valid-claim-template-metadata',
    summary: 'The labels and annotations of the claim of an ephemeral volume are such as every object may have.',
    why: 'The claim is made with them.',
    fix: 'Use letters, digits, -, _ and . in labels and in the keys of annotations.',
    source: SOURCE,
    example: {
      bad: '{ volumeClaimTemplate: { metadata: { labels: { app: my web } } } }',
      good: '{ volumeClaimTemplate: { metadata: { labels: { app: my-web } } } }',
    },
    visit: {
      ephemeralVolumeSource({ volumeClaimTemplate }, at, report) {
        const { annotations, labels } = volumeClaimTemplate?.metadata ?? {};
        const metadataAt = at.down('volumeClaimTemplate', 'metadata');
        if (labels) reportLabels(labels, metadataAt.child('labels'), report);
        if (annotations === undefined) return;
        reportAnnotationKeys(annotations, metadataAt.child('annotations'), report);
        reportAnnotationsSize(annotations, metadataAt.child('annotations'), report);
      },
    },
  },
]);
