import { seLinuxOptionsAdvice } from '../../../../lib/validation/rules/advice/se-linux-options';
import { pod, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const options = (seLinuxOptions: object) => ({ securityContext: { seLinuxOptions } });
const engine = pod(options({ type: 'container_engine_t' }));

testAdvice(seLinuxOptionsAdvice, {
  'no-custom-se-linux-options': {
    valid: {
      unset: pod(),
      'a level': pod(options({ level: 's0:c1,c2' })),
      'a type of containers': podWithContainer(options({ type: 'container_kvm_t' })),
      'the type of container engines, from 1.31': { manifests: engine, kubeVersion: '1.31' },
    },
    invalid: {
      'another type': [pod(options({ type: 'spc_t' })), 'spec.securityContext.seLinuxOptions.type: spc_t'],
      'a user and a role': [
        podWithContainer(options({ user: 'u', role: 'r' })),
        'spec.containers[0].securityContext.seLinuxOptions.user: a user of its own',
        'spec.containers[0].securityContext.seLinuxOptions.role: a role of its own',
      ],
      'the type of container engines, before 1.31': [
        { manifests: engine, kubeVersion: '1.30' },
        'spec.securityContext.seLinuxOptions.type: container_engine_t',
      ],
    },
  },
});
