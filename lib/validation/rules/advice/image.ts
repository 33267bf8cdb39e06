import { podWithContainer } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { Report } from '../../rule';

/** Which program runs. */
export const imageAdvice = defineAdvice([
  {
    id: 'require-image-digest',
    severity: 'info',
    profiles: [],
    summary: 'Every image is pinned by its digest.',
    why: 'A tag can be moved to another image; a digest is the image.',
    fix: 'Write name:tag@sha256:..., as docker buildx imagetools inspect name:tag shows it; the tag is then for readers only.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    seeAlso: ['Datree CONTAINERS_MISSING_IMAGE_VALUE_DIGEST'],
    example: {
      bad: podWithContainer(''),
      good: podWithContainer('').replace('nginx:1.29', `nginx:1.29@sha256:${'3d'.repeat(32)}`),
    },
    visit: {
      container({ image }, at, report) {
        checkDigest(image, at.child('image'), report);
      },
      volume({ image }, at, report) {
        checkDigest(image?.reference, at.down('image', 'reference'), report);
      },
    },
  },
  {
    id: 'require-image-tag',
    severity: 'warning',
    profiles: ['recommended'],
    summary: 'Every image has a tag other than latest, or a digest.',
    why: 'What runs otherwise depends on the day on which each node pulls the image: replicas differ, and kubectl rollout undo goes back to the same name.',
    fix: 'Write the version that you tested as the tag, or the digest.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    seeAlso: [
      'kube-linter latest-tag',
      'kube-score container-image-tag',
      'Polaris tagNotSpecified',
      'Datree CONTAINERS_MISSING_IMAGE_VALUE_VERSION',
      'kosko require-image-tag',
    ],
    example: { bad: podWithContainer('').replace('nginx:1.29', 'nginx:latest'), good: podWithContainer('') },
    visit: {
      container({ image }, at, report) {
        checkTag(image, at.child('image'), report);
      },
      volume({ image }, at, report) {
        checkTag(image?.reference, at.down('image', 'reference'), report);
      },
    },
  },
]);

/** A place for a value that is put in after us: `${IMAGE}`, `{{ .Values.image }}`. */
const PLACEHOLDER = /\$\{|\$\(|\{\{/;

function checkDigest(image: string | undefined, at: FieldPath, report: Report): void {
  if (image && !image.includes('@') && !PLACEHOLDER.test(image))
    report(advice(at, `whoever may push ${image} decides what runs`));
}

function checkTag(image: string | undefined, at: FieldPath, report: Report): void {
  if (!image) return;
  const tag = tagOf(image);
  if (tag === undefined ? PLACEHOLDER.test(image) : tag !== 'latest') return;
  const detail = tag === undefined ? `${image} without a tag is ${image}:latest` : 'latest is whatever was pushed last';
  const version = `${tag === undefined ? image : image.slice(0, -tag.length - 1)}:<version>`;
  const change = { typescript: `image: '${version}'`, yaml: `image: ${version}` };
  report(advice(at, `${detail}: each node runs what it was on the day of its pull`, { change }));
}

/** The tag, or the digest, which says more: what follows the last colon behind the last slash, before which a colon is that of a port. */
function tagOf(image: string): string | undefined {
  const colon = image.lastIndexOf(':');
  return colon > image.lastIndexOf('/') ? image.slice(colon + 1) : undefined;
}
