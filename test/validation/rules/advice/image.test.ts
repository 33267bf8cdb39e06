import { imageAdvice } from '../../../../lib/validation/rules/advice/image';
import { pod, podWithContainer, podWithInitContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const digest = `sha256:${'ab'.repeat(32)}`;
const image = (image: string) => podWithContainer({ image });
const volume = (reference: string) => pod({ volumes: [{ name: 'data', image: { reference } }] });

testAdvice(imageAdvice, {
  'require-image-tag': {
    valid: {
      'a tag': image('nginx:1.29'),
      'a tag behind a port': image('registry.example:5000/nginx:1.29'),
      'a digest, which needs no tag': image(`nginx@${digest}`),
      'a digest beside latest': image(`nginx:latest@${digest}`),
      'a tag that begins with latest': image('nginx:latest-alpine'),
      'a place for a value': image('$' + '{IMAGE}'),
      'an image volume with a tag': volume('data:1'),
    },
    invalid: {
      'no tag': [image('nginx'), 'spec.containers[0].image: nginx without a tag is nginx:latest'],
      'no tag behind a port': [
        image('registry.example:5000/nginx'),
        'spec.containers[0].image: registry.example:5000/nginx without a tag',
      ],
      latest: [image('nginx:latest'), 'spec.containers[0].image: latest is whatever was pushed last'],
      'latest behind a place for a value': [
        image('$' + '{REGISTRY}/nginx:latest'),
        'spec.containers[0].image: latest is whatever',
      ],
      'an init container': [
        podWithInitContainer({ image: 'busybox' }),
        'spec.initContainers[0].image: busybox without a tag',
      ],
      'an image volume': [volume('data'), 'spec.volumes[0].image.reference: data without a tag'],
    },
  },
  'require-image-digest': {
    valid: { 'a digest': image(`nginx:1.29@${digest}`), 'a place for a value': image('{{ image }}') },
    invalid: {
      'a tag': [image('nginx:1.29'), 'spec.containers[0].image: whoever may push nginx:1.29'],
      'an image volume': [
        pod({
          containers: [{ name: 'app', image: `a@${digest}` }],
          volumes: [{ name: 'data', image: { reference: 'data:1' } }],
        }),
        'spec.volumes[0].image.reference: whoever may push data:1',
      ],
    },
  },
});
