import { hostProcessAdvice } from '../../../../lib/validation/rules/advice/host-process';
import { podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const windowsOptions = { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' };
const windows = { os: { name: 'windows' }, hostNetwork: true };

testAdvice(hostProcessAdvice, {
  'no-host-process': {
    valid: {
      unset: podWithContainer({}, { os: { name: 'windows' } }),
      false: podWithContainer({ securityContext: { windowsOptions: { hostProcess: false } } }),
    },
    invalid: {
      'in the pod': [
        podWithContainer({}, { ...windows, securityContext: { windowsOptions } }),
        'spec.securityContext.windowsOptions.hostProcess: nothing separates',
      ],
      'in a container': [
        podWithContainer({ securityContext: { windowsOptions } }, windows),
        'spec.containers[0].securityContext.windowsOptions.hostProcess: nothing separates',
      ],
    },
  },
});
