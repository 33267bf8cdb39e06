import { procMountAdvice } from '../../../../lib/validation/rules/advice/proc-mount';
import { podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const mount = (procMount: string) => podWithContainer({ securityContext: { procMount } }, { hostUsers: false });

testAdvice(procMountAdvice, {
  'no-unmasked-proc': {
    valid: {
      Default: { manifests: mount('Default'), kubeVersion: '1.34' },
      'unmasked with users of its own, from 1.35': { manifests: mount('Unmasked'), kubeVersion: '1.35' },
    },
    invalid: {
      'unmasked, before 1.35': [
        { manifests: mount('Unmasked'), kubeVersion: '1.34' },
        'spec.containers[0].securityContext.procMount: whole of /proc',
      ],
    },
  },
  'no-restricted-proc-mount': {
    valid: {
      Default: mount('Default'),
      'unmasked, before 1.35, which other advice minds': { manifests: mount('Unmasked'), kubeVersion: '1.34' },
    },
    invalid: {
      'unmasked, from 1.35': [
        { manifests: mount('Unmasked'), kubeVersion: '1.35' },
        'spec.containers[0].securityContext.procMount: whole of /proc',
      ],
    },
  },
});
