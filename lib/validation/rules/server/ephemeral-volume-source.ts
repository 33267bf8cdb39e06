import type { ObjectMeta } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { reportAnnotationKeys, reportAnnotationsSize } from './annotations';
import { reportLabels } from './labels';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateTemplateObjectMeta';

/** What a volume must be that comes and goes with its pod; its claim is checked as every claim is. */
export const ephemeralVolumeSourceRules = defineRules([
  {
    id: 'no-claim-template-metadata',
    summary:
      'The template of the claim of an ephemeral volume, or of a ResourceClaim, has labels and annotations, and no other metadata.',
    why: 'The name of the claim is made of that of the pod.',
    fix: 'Leave everything but labels and annotations out.',
    source: SOURCE,
    example: {
      bad: '{ volumeClaimTemplate: { metadata: { name: data } } }',
      good: '{ volumeClaimTemplate: { metadata: { labels: { app: web } } } }',
    },
    visit: {
      ephemeralVolumeSource({ volumeClaimTemplate }, at, report) {
        reportSurplus(volumeClaimTemplate?.metadata, at.down('volumeClaimTemplate', 'metadata'), report);
      },
      ResourceClaimTemplate({ spec }, at, report) {
        reportSurplus(spec?.metadata, at.down('spec', 'metadata'), report);
      },
    },
  },
  {
    id: 'valid-claim-template-metadata',
    summary: 'The labels and annotations of the template of a claim are such as every object may have.',
    why: 'The claim is made with them.',
    fix: 'Use letters, digits, -, _ and . in labels and in the keys of annotations.',
    source: SOURCE,
    example: {
      bad: '{ volumeClaimTemplate: { metadata: { labels: { app: my web } } } }',
      good: '{ volumeClaimTemplate: { metadata: { labels: { app: my-web } } } }',
    },
    visit: {
      ephemeralVolumeSource({ volumeClaimTemplate }, at, report) {
        reportMetadata(volumeClaimTemplate?.metadata, at.down('volumeClaimTemplate', 'metadata'), report);
      },
      ResourceClaimTemplate({ spec }, at, report) {
        reportMetadata(spec?.metadata, at.down('spec', 'metadata'), report);
      },
    },
  },
]);

function reportSurplus(metadata: ObjectMeta | undefined, at: FieldPath, report: Report): void {
  for (const field in metadata) {
    if (field === 'labels' || field === 'annotations') continue;
    const path = at.child(field);
    report(forbidden(field === 'uid' ? path.misnamed('uID') : path, 'cannot be set'));
  }
}

function reportMetadata({ annotations, labels }: ObjectMeta = {}, at: FieldPath, report: Report): void {
  if (labels) reportLabels(labels, at.child('labels'), report);
  if (annotations === undefined) return;
  reportAnnotationKeys(annotations, at.child('annotations'), report);
  reportAnnotationsSize(annotations, at.child('annotations'), report);
}
