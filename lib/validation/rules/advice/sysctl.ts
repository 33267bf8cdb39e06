import { podWith } from '../../advice/pod-examples';
import { defineAdvice } from '../../advice-rule';
import { advice } from '../../finding';

/** The kernel settings that stay within a pod, with the first minor in which a kubelet takes them for that. */
const SAFE_SINCE: ReadonlyMap<string, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.tcp_wmem', 32],
]);

/** Settings of the kernel, which a pod shares with its node. */
export const sysctlAdvice = defineAdvice([
  {
    id: 'no-unsafe-sysctl',
    severity: 'warning',
    profiles: ['recommended', 'baseline', 'restricted'],
    summary: 'A pod sets only kernel settings that concern nobody else on its node.',
    why: 'The kubelet refuses to start the pod (SysctlForbidden), unless its flag --allowed-unsafe-sysctls names the setting.',
    fix: 'Remove the sysctl, or set it on the nodes.',
    source: 'k8s.io/pod-security-admission policy/check_sysctls.go; kubernetes pkg/kubelet/sysctl/safe_sysctls.go',
    seeAlso: ['kube-linter unsafe-sysctls'],
    example: {
      bad: podWith('securityContext:\n  sysctls:\n    - name: net.core.somaxconn\n      value: "1024"'),
      good: podWith('securityContext:\n  sysctls:\n    - name: net.ipv4.ip_unprivileged_port_start\n      value: "0"'),
    },
    visit: {
      podSpec({ securityContext }, at, report, { minor }) {
        securityContext?.sysctls?.forEach(({ name = '' }, index) => {
          const since = SAFE_SINCE.get(name);
          if (since !== undefined && minor >= since) return;
          const detail = since === undefined ? `${name} is not safe` : `${name} is safe only since 1.${since}`;
          const field = at.down('securityContext', 'sysctls').index(index).child('name');
          report(advice(field, `${detail}: kubelets start no such pod, unless they are told to`));
        });
      },
    },
  },
]);
