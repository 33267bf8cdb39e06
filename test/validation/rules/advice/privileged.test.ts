import { privilegedAdvice } from '../../../../lib/validation/rules/advice/privileged';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const privileged = { securityContext: { privileged: true } };

testAdvice(privilegedAdvice, {
  'no-privileged-container': {
    valid: {
      unset: podWithContainer({}),
      false: podWithContainer({ securityContext: { privileged: false } }),
    },
    invalid: {
      'a container': [podWithContainer(privileged), 'spec.containers[0].securityContext.privileged: every device'],
      'an init container': [
        podWithInitContainer(privileged),
        'spec.initContainers[0].securityContext.privileged: every device',
      ],
      'a sidecar': [
        podWithInitContainer({ ...privileged, restartPolicy: 'Always' }),
        'spec.initContainers[0].securityContext.privileged: every device',
      ],
    },
  },
});
