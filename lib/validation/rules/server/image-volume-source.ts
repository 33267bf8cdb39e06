import { notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** What a volume of the files of an image must be. */
export const imageVolumeSourceRules = defineRules([
  {
    id: 'valid-image-volume-pull-policy',
    summary: 'The pullPolicy of an image volume is Always, IfNotPresent or Never.',
    why: 'The kubelet knows no other policies.',
    fix: 'Leave pullPolicy out, or write one of the three.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateImageVolumeSource, validatePullPolicy',
    since: 31,
    example: { bad: '{ reference: web, pullPolicy: always }', good: '{ reference: web, pullPolicy: Always }' },
    visit: {
      imageVolumeSource({ pullPolicy }, at, report) {
        if (!pullPolicy || POLICIES.includes(pullPolicy)) return;
        report(notSupported(at.child('pullPolicy'), pullPolicy, POLICIES, didYouMean(pullPolicy, POLICIES)));
      },
    },
  },
]);
