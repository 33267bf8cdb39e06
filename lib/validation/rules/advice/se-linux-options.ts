import type { SELinuxOptions } from '../../../kubernetes/generated/decoded';
import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import type { FieldPath } from '../../field-path';
import { advice } from '../../finding';
import type { Report } from '../../rule';

/** The types of a confined container; the last one only from a minor on. */
const TYPES: ReadonlySet<string> = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);
const ENGINE_TYPE = 'container_engine_t';
const ENGINE_TYPE_SINCE = 31;

/** How SELinux, on the nodes that have it, labels the processes of a container. */
export const seLinuxOptionsAdvice = defineAdvice([
  {
    id: 'no-custom-se-linux-options',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'SELinux options name a container type, and neither a user nor a role.',
    why: 'Another type, such as spc_t, takes the container out of the confinement that keeps it from the files and processes of its node.',
    fix: 'Leave user and role out, and type as well or one of the container types.',
    source: 'k8s.io/pod-security-admission policy/check_seLinuxOptions.go selinuxAllowedTypes1_31',
    seeAlso: ['Polaris linuxHardening'],
    example: {
      bad: podWith('securityContext:\n  seLinuxOptions:\n    type: spc_t'),
      good: podWith('securityContext:\n  seLinuxOptions:\n    level: "s0:c123,c456"'),
    },
    visit: {
      podSpec({ securityContext }, at, report, { minor }) {
        check(securityContext?.seLinuxOptions, at, minor, report);
      },
      container({ securityContext }, at, report, { minor }) {
        check(securityContext?.seLinuxOptions, at, minor, report);
      },
    },
  },
]);

function check(options: SELinuxOptions | undefined, at: FieldPath, minor: number, report: Report): void {
  if (options === undefined) return;
  const { type = '', user, role } = options;
  const field = at.down('securityContext', 'seLinuxOptions');
  if (!TYPES.has(type) && (type !== ENGINE_TYPE || minor < ENGINE_TYPE_SINCE))
    report(advice(field.child('type'), `${type} is no type of a confined container`));
  if (user) report(advice(field.child('user'), 'a user of its own changes what the container may do'));
  if (role) report(advice(field.child('role'), 'a role of its own changes what the container may do'));
}
