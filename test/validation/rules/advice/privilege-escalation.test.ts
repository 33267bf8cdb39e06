import { privilegeEscalationAdvice } from '../../../../lib/validation/rules/advice/privilege-escalation';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const no = { securityContext: { allowPrivilegeEscalation: false } };

testAdvice(privilegeEscalationAdvice, {
  'no-privilege-escalation': {
    valid: {
      false: podWithContainer(no),
      'a Windows pod, which cannot say so': podWithContainer({}, { os: { name: 'windows' } }),
      'a privileged container, which may not say so': podWithContainer({ securityContext: { privileged: true } }),
      'one with CAP_SYS_ADMIN, which may not either': podWithContainer({
        securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'] } },
      }),
    },
    invalid: {
      true: [
        podWithContainer({ securityContext: { allowPrivilegeEscalation: true } }),
        'spec.containers[0].securityContext.allowPrivilegeEscalation: a setuid program',
      ],
      'unset, which is true': [
        podWithContainer({}, { os: { name: 'linux' } }),
        'spec.containers[0].securityContext.allowPrivilegeEscalation: it is true by default',
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always' }, { containers: [{ name: 'app', image: 'a:1', ...no }] }),
        'spec.initContainers[0].securityContext.allowPrivilegeEscalation: it is true by default',
      ],
    },
  },
});
