import { byteLength } from '../../../kubernetes/formats';
import { duplicate, invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const LONGEST_NAME = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const namePattern = new RegExp(`^(${SEGMENT}[./])*${SEGMENT}$`);
const NET_PREFIX = 'net.';
const MESSAGE_QUEUE_PREFIX = 'fs.mqueue.';
/** The settings of inter-process communication that Linux keeps apart for every IPC namespace. */
const IPC_NAMES = new Set([
  'kernel.msg',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.sem',
  'kernel.shm',
  'kernel.shm_rmid_forced',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
]);

/** The kernel settings of a pod. */
export const sysctlRules = defineRules([
  {
    id: 'valid-sysctl-name',
    summary: 'Every sysctl has a name of lowercase parts joined by . or /.',
    why: 'The kernel has no settings with other names.',
    fix: 'Write the name as `sysctl -a` lists it, such as net.core.somaxconn.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSysctls, IsValidSysctlName',
    example: {
      bad: 'securityContext: { sysctls: [{ name: net..core, value: "1" }] }',
      good: 'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1024" }] }',
    },
    visit: {
      podSpec({ securityContext }, at, report) {
        securityContext?.sysctls?.forEach(({ name }, index) => {
          if (name && isSysctlName(name)) return;
          const field = at.down('securityContext', 'sysctls').index(index).child('name');
          const detail = `must hold at most ${LONGEST_NAME} of a-z, 0-9, -, _, . and /, and its parts begin and end with a letter or digit`;
          report(name ? invalid(field, name, detail) : required(field));
        });
      },
    },
  },
  {
    id: 'unique-sysctl-name',
    summary: 'No sysctl is set twice.',
    why: 'Which of the two values holds would be chance.',
    fix: 'Keep one of the two entries.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSysctls',
    example: {
      bad: 'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }, { name: net.core.somaxconn, value: "2" }] }',
      good: 'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1" }] }',
    },
    visit: {
      podSpec({ securityContext }, at, report) {
        const sysctls = securityContext?.sysctls;
        if (sysctls === undefined || sysctls.length < 2) return;
        const seen = new Set<string>();
        sysctls.forEach(({ name }, index) => {
          if (!name || !isSysctlName(name)) return;
          if (seen.has(name)) report(duplicate(at.down('securityContext', 'sysctls').index(index).child('name'), name));
          seen.add(name);
        });
      },
    },
  },
  {
    id: 'no-sysctl-of-host-namespace',
    summary: 'A pod in the network or IPC namespace of the host sets no sysctl of that namespace.',
    why: 'It would change the setting for the whole node.',
    fix: 'Drop the sysctl, or hostNetwork and hostIPC.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidateHostSysctl, k8s.io/component-helpers node/util/sysctl GetNamespace',
    since: 29,
    example: {
      bad: 'hostNetwork: true\nsecurityContext: { sysctls: [{ name: net.core.somaxconn, value: "1024" }] }',
      good: 'securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1024" }] }',
    },
    visit: {
      podSpec({ securityContext, hostNetwork, hostIPC }, at, report) {
        if (!hostNetwork && !hostIPC) return;
        securityContext?.sysctls?.forEach(({ name = '' }, index) => {
          const setting = hostSetting(name);
          if (setting === undefined || !(setting === 'hostNetwork' ? hostNetwork : hostIPC)) return;
          const field = at.down('securityContext', 'sysctls').index(index).child('name');
          report(invalid(field, name, `may not be set when ${setting} is true`));
        });
      },
    },
  },
]);

function isSysctlName(name: string): boolean {
  return byteLength(name) <= LONGEST_NAME && namePattern.test(name);
}

/** Which setting of a pod makes a sysctl that of the host; undefined for one that is not of a namespace. */
function hostSetting(name: string): 'hostNetwork' | 'hostIPC' | undefined {
  const dotted = withDots(name);
  if (dotted.startsWith(NET_PREFIX)) return 'hostNetwork';
  return dotted.startsWith(MESSAGE_QUEUE_PREFIX) || IPC_NAMES.has(dotted) ? 'hostIPC' : undefined;
}

/** A name whose first separator is `/` has `/` for `.` and the other way round. Follows NormalizeName. */
function withDots(name: string): string {
  if (/^[^./]*\//.test(name)) return name.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'));
  return name;
}
