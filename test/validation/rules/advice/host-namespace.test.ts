import { hostNamespaceAdvice } from '../../../../lib/validation/rules/advice/host-namespace';
import { cronJob, pod, podTemplate } from '../../manifests';
import { testAdvice } from '../test-advice';

testAdvice(hostNamespaceAdvice, {
  'no-host-namespace': {
    valid: { unset: pod(), false: pod({ hostNetwork: false, hostPID: false, hostIPC: false }) },
    invalid: {
      'all of them': [
        pod({ hostNetwork: true, hostPID: true, hostIPC: true }),
        'spec.hostNetwork: the addresses of its node',
        'spec.hostPID: the processes of its node',
        'spec.hostIPC: shares memory',
      ],
      'in the pods of a CronJob': [
        cronJob({}, { template: podTemplate({ restartPolicy: 'Never', hostPID: true }) }),
        'spec.jobTemplate.spec.template.spec.hostPID: the processes of its node',
      ],
    },
  },
});
