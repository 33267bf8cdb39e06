import { flexVolumeSourceRules } from '../../../../lib/validation/rules/server/flex-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const option = (key: string) =>
  pod({ volumes: [{ name: 'data', flexVolume: { driver: 'd', options: { [key]: 'x' } } }] });
const at = (key: string) => `spec.volumes[0].flexVolume.options[${key}]: FieldValueInvalid`;

testRules(flexVolumeSourceRules, {
  'no-reserved-flex-volume-option': {
    valid: {
      'no domain': option('size'),
      'another domain': option('example.com/kubernetes.io'),
      'a domain that ends alike': option('mykubernetes.io/x'),
    },
    invalid: {
      kubernetes: [option('kubernetes.io/fsType'), at('kubernetes.io/fsType')],
      'below it, in upper case': [option('A.Kubernetes.io/x'), at('A.Kubernetes.io/x')],
      'the domain alone': [option('k8s.io'), at('k8s.io')],
    },
  },
});
