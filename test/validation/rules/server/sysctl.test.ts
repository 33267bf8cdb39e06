import { sysctlRules } from '../../../../lib/validation/rules/server/sysctl';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const set = (names: string[], spec: object = {}) =>
  pod({ securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) }, ...spec });
const first = 'spec.securityContext.sysctls[0].name';

testRules(sysctlRules, {
  'valid-sysctl-name': {
    valid: {
      'dots and slashes': set(['net.core.somaxconn', 'net/core/rmem_max']),
      '253 characters': set(['a'.repeat(253)]),
      'no value': pod({ securityContext: { sysctls: [{ name: 'kernel.sem' }] } }),
    },
    invalid: {
      none: [set(['']), `${first}: FieldValueRequired`],
      'an empty part': [set(['net..core']), `${first}: FieldValueInvalid`],
      'upper case': [set(['Net.core']), `${first}: FieldValueInvalid`],
      '254 characters': [set(['a'.repeat(254)]), `${first}: FieldValueInvalid`],
    },
  },
  'unique-sysctl-name': {
    valid: { 'two names': set(['net.core.somaxconn', 'net.core.rmem_max']) },
    invalid: {
      'one name twice': [
        set(['kernel.sem', 'kernel.sem']),
        'spec.securityContext.sysctls[1].name: FieldValueDuplicate',
      ],
    },
  },
  'no-sysctl-of-host-namespace': {
    valid: {
      'the namespace of the pod': set(['net.core.somaxconn', 'kernel.shmmax']),
      'another namespace of the host': set(['kernel.shmmax'], { hostNetwork: true }),
      'a name that is no prefix': set(['net', 'fs.mqueue', 'kernel.shm_next_id'], { hostNetwork: true, hostIPC: true }),
      'before 1.29': { manifest: set(['net.core.somaxconn'], { hostNetwork: true }), kubeVersion: '1.28' },
    },
    invalid: {
      'the network': [set(['net.core.somaxconn'], { hostNetwork: true }), `${first}: FieldValueInvalid`],
      'the network, with slashes': [set(['net/core/somaxconn'], { hostNetwork: true }), `${first}: FieldValueInvalid`],
      'shared memory': [set(['kernel.shmmax'], { hostIPC: true }), `${first}: FieldValueInvalid`],
      'message queues': [set(['fs.mqueue.msg_max'], { hostIPC: true }), `${first}: FieldValueInvalid`],
    },
  },
});
