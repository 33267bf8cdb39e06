import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What a volume of a FlexVolume driver must be. */
export const flexVolumeSourceRules = defineRules([
  {
    id: 'no-reserved-flex-volume-option',
    summary: 'The options of a flexVolume do not lie in the domains kubernetes.io and k8s.io.',
    why: 'The kubelet passes its own options to the driver under these domains.',
    fix: 'Name the option without a domain, or with one of your own.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateFlexVolumeSource',
    example: {
      bad: '{ driver: example.com/disk, options: { kubernetes.io/fsType: ext4 } }',
      good: '{ driver: example.com/disk, options: { example.com/size: large } }',
    },
    visit: {
      flexVolumeSource({ options }, at, report) {
        for (const key in options) {
          const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : key;
          if (RESERVED.test(domain))
            report(invalid(at.child('options').key(key), key, 'kubernetes.io and k8s.io are reserved'));
        }
      },
    },
  },
]);

const RESERVED = /(^|\.)(kubernetes|k8s)\.io$/i;
