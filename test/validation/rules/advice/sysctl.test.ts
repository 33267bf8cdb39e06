import { sysctlAdvice } from '../../../../lib/validation/rules/advice/sysctl';
import { pod } from '../../manifests';
import { testAdvice } from '../test-advice';

const setting = (...names: string[]) =>
  pod({ securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) } });

testAdvice(sysctlAdvice, {
  'no-unsafe-sysctl': {
    valid: {
      none: pod(),
      'safe ones in 1.28': {
        manifests: setting('kernel.shm_rmid_forced', 'net.ipv4.ip_local_reserved_ports'),
        kubeVersion: '1.28',
      },
      'safe ones in 1.29': { manifests: setting('net.ipv4.tcp_keepalive_time'), kubeVersion: '1.29' },
      'safe ones in 1.32': { manifests: setting('net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'), kubeVersion: '1.32' },
    },
    invalid: {
      'an unsafe one': [
        setting('kernel.shm_rmid_forced', 'net.core.somaxconn'),
        'spec.securityContext.sysctls[1].name: net.core.somaxconn is not safe',
      ],
      'one that is safe since 1.29': [
        { manifests: setting('net.ipv4.tcp_fin_timeout'), kubeVersion: '1.28' },
        'spec.securityContext.sysctls[0].name: safe only since 1.29',
      ],
      'one that is safe since 1.32': [
        { manifests: setting('net.ipv4.tcp_rmem'), kubeVersion: '1.31' },
        'spec.securityContext.sysctls[0].name: safe only since 1.32',
      ],
    },
  },
});
