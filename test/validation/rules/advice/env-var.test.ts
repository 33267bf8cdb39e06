import { envVarAdvice } from '../../../../lib/validation/rules/advice/env-var';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const variable = (name: string, value = 'x') => ({ name, value });
const env = (...env: object[]) => podWithContainer({ env });

testAdvice(envVarAdvice, {
  'unique-env-name': {
    valid: {
      'other names': env(variable('A'), variable('B')),
      'one that builds on the one before': env(variable('PATHS', '/a'), variable('PATHS', '$(PATHS):/b')),
      'the same name in another container': podWithInitContainer(
        { env: [variable('A')] },
        { containers: [{ name: 'app', image: 'a:1', env: [variable('A')] }] },
      ),
    },
    invalid: {
      'the same name': [
        env(variable('A'), variable('B'), variable('A', 'y')),
        'spec.containers[0].env[2].name: A is set by env[0] already',
      ],
      'three times': [
        env(variable('A'), variable('A'), variable('A')),
        'spec.containers[0].env[1].name: A is set by env[0] already',
        'spec.containers[0].env[2].name: A is set by env[1] already',
      ],
      'a value and a source': [
        env(variable('A'), { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
        'spec.containers[0].env[1].name: A is set by env[0] already',
      ],
      'a sidecar': [
        podWithInitContainer({ restartPolicy: 'Always', env: [variable('A'), variable('A')] }),
        'spec.initContainers[0].env[1].name: A is set by env[0]',
      ],
    },
  },
});
