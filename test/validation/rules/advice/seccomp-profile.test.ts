import { seccompProfileAdvice } from '../../../../lib/validation/rules/advice/seccomp-profile';
import { pod, podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const profile = (type: string) => ({ seccompProfile: { type } });

testAdvice(seccompProfileAdvice, {
  'no-unconfined-seccomp': {
    valid: {
      unset: pod(),
      RuntimeDefault: podWithContainer({ securityContext: profile('RuntimeDefault') }),
      Localhost: pod({ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } } }),
    },
    invalid: {
      'in the pod': [
        pod({ securityContext: profile('Unconfined') }),
        'spec.securityContext.seccompProfile.type: any system call',
      ],
      'in a container': [
        podWithContainer({ securityContext: profile('Unconfined') }),
        'spec.containers[0].securityContext.seccompProfile.type: any system call',
      ],
    },
  },
  'require-seccomp-profile': {
    valid: {
      'of the pod': pod({ securityContext: profile('RuntimeDefault') }),
      'of each container': podWithContainer({ securityContext: profile('RuntimeDefault') }),
      'a Windows pod': pod({ os: { name: 'windows' } }),
    },
    invalid: {
      'of none': [pod(), 'spec.securityContext.seccompProfile: container app may make'],
      'not of a sidecar': [
        podWithInitContainer(
          { restartPolicy: 'Always' },
          { containers: [{ name: 'app', image: 'a:1', securityContext: profile('RuntimeDefault') }] },
        ),
        'spec.securityContext.seccompProfile: container init may make',
      ],
    },
  },
});
