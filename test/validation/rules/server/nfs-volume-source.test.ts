import { nfsVolumeSourceRules } from '../../../../lib/validation/rules/server/nfs-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const nfs = (path: string) => pod({ volumes: [{ name: 'data', nfs: { server: 's', path } }] });
const at = 'spec.volumes[0].nfs.path';

testRules(nfsVolumeSourceRules, {
  'valid-nfs-path': {
    valid: { absolute: nfs('/exports'), 'a step up': nfs('/a/../b') },
    invalid: { relative: [nfs('exports'), `${at}: FieldValueInvalid`], empty: [nfs(''), `${at}: FieldValueInvalid`] },
  },
});
