import { containerListRules } from '../../../../lib/validation/rules/server/container-list';
import { deployment, job, pod, podTemplate, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const named = (...names: string[]) => names.map((name) => ({ name, image: 'a' }));

testRules(containerListRules, {
  'require-container': {
    valid: { one: pod() },
    invalid: {
      none: [pod({ containers: [] }), 'spec.containers: FieldValueRequired'],
      'null in a Job': [
        job({ template: podTemplate({ restartPolicy: 'Never', containers: null }) }),
        'spec.template.spec.containers: FieldValueRequired',
      ],
      'no template at all': [deployment({ template: undefined }), 'spec.template.spec.containers: FieldValueRequired'],
    },
  },
  'unique-container-name': {
    valid: {
      different: podWithInitContainer({ name: 'init' }),
      'two init containers without a name': pod({ initContainers: named('', '') }),
    },
    invalid: {
      'three of one name': [
        pod({ containers: named('app', 'app', 'app') }),
        'spec.containers[1].name: FieldValueDuplicate',
        'spec.containers[2].name: FieldValueDuplicate',
      ],
      'two without a name': [pod({ containers: named('', '') }), 'spec.containers[1].name: FieldValueDuplicate'],
      'an init container named as an app': [
        podWithInitContainer({ name: 'app' }),
        'spec.initContainers[0].name: FieldValueDuplicate',
      ],
      'an ephemeral container named as an init container, and as another': [
        pod({ initContainers: named('init'), ephemeralContainers: named('init', 'debug', 'debug') }),
        'spec.ephemeralContainers[0].name: FieldValueDuplicate',
        'spec.ephemeralContainers[2].name: FieldValueDuplicate',
      ],
    },
  },
});
