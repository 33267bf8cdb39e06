import { changeTo } from '../../advice/fragment';
import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';
import { said } from '../../said';

const ANNOTATION_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
/** The first minor whose containers have a field for it. */
const FIELDS_SINCE = 30;

/** How AppArmor, on the nodes that have it, confines a container. */
export const appArmorProfileAdvice = defineAdvice([
  {
    id: 'no-unconfined-app-armor',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'No AppArmor profile is Unconfined, neither by field nor by annotation.',
    why: 'On nodes with AppArmor the profile of the runtime keeps containers from mounting file systems and from writing to /proc and /sys.',
    fix: 'Leave the profile out for that of the runtime, or write Localhost with a profile of your own.',
    source: 'k8s.io/pod-security-admission policy/check_appArmorProfile.go appArmorProfileV1Dot0',
    seeAlso: ['Polaris linuxHardening'],
    example: {
      bad: podWith('securityContext:\n  appArmorProfile:\n    type: Unconfined'),
      good: podWith('securityContext:\n  appArmorProfile:\n    type: RuntimeDefault'),
    },
    visit: {
      appArmorProfile({ type }, at, report, { minor, given }) {
        const field = at.child('type');
        if (type !== 'Unconfined' || minor < FIELDS_SINCE || said(given, field) === undefined) return;
        report(advice(field, DETAIL, { change: changeTo({ securityContext: { appArmorProfile: RUNTIME_DEFAULT } }) }));
      },
      pod({ metadata }, at, report, { given }) {
        for (const [key, value] of Object.entries(metadata?.annotations ?? {})) {
          if (!key.startsWith(ANNOTATION_PREFIX) || isConfined(value)) continue;
          const field = at.down('metadata', 'annotations').key(key);
          if (said(given, field) !== undefined) report(advice(field, DETAIL));
        }
      },
    },
  },
]);

const DETAIL = 'AppArmor does not confine the container';
const RUNTIME_DEFAULT = { type: 'RuntimeDefault' };

function isConfined(profile: string): boolean {
  return profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
}
