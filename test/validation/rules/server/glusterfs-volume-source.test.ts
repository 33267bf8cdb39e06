import { glusterfsVolumeSourceRules } from '../../../../lib/validation/rules/server/glusterfs-volume-source';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const persistent = (endpointsNamespace?: string) =>
  object('v1', 'PersistentVolume', { spec: { glusterfs: { endpoints: 'e', path: 'p', endpointsNamespace } } });
const at = 'spec.glusterfs.endpointsNamespace';

testRules(glusterfsVolumeSourceRules, {
  'valid-glusterfs-namespace': {
    valid: { none: persistent(), 'a label': persistent('storage') },
    invalid: {
      empty: [persistent(''), `${at}: FieldValueInvalid`],
      'a dot': [persistent('a.b'), `${at}: FieldValueInvalid`],
    },
  },
});
