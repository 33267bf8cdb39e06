import { readOnlyRootFilesystemAdvice } from '../../../../lib/validation/rules/advice/read-only-root-filesystem';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const readOnly = { securityContext: { readOnlyRootFilesystem: true } };

testAdvice(readOnlyRootFilesystemAdvice, {
  'require-read-only-root-filesystem': {
    valid: {
      true: podWithContainer(readOnly),
      'a Windows pod, which cannot': podWithContainer({}, { os: { name: 'windows' } }),
    },
    invalid: {
      unset: [podWithContainer({}), 'spec.containers[0].securityContext.readOnlyRootFilesystem: may change the files'],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always' }, { containers: [{ name: 'app', image: 'a:1', ...readOnly }] }),
        'spec.initContainers[0].securityContext.readOnlyRootFilesystem: may change the files',
      ],
    },
  },
});
