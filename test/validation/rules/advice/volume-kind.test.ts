import { volumeKindAdvice } from '../../../../lib/validation/rules/advice/volume-kind';
import { pod } from '../../manifests';
import { testAdvice } from '../test-advice';

const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });
const image = volume({ image: { reference: 'data:1' } });

testAdvice(volumeKindAdvice, {
  'no-restricted-volume': {
    valid: {
      'a claim': volume({ persistentVolumeClaim: { claimName: 'data' } }),
      'no source, which is an emptyDir': volume({}),
      'a ConfigMap': volume({ configMap: { name: 'a' } }),
      'an image': image,
      'a path of the node, which other advice minds': volume({ hostPath: { path: '/srv' } }),
    },
    invalid: {
      NFS: [volume({ nfs: { server: 'files', path: '/' } }), 'spec.volumes[0].nfs: allows no nfs'],
      'a disk': [volume({ gcePersistentDisk: { pdName: 'a' } }), 'spec.volumes[0].gcePersistentDisk: allows no gce'],
    },
  },
});
