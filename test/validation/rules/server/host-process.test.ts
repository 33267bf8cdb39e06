import { hostProcessRules } from '../../../../lib/validation/rules/server/host-process';
import { deployment, podTemplate, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const hostProcess = (value: boolean) => ({ securityContext: { windowsOptions: { hostProcess: value } } });
const hostNetwork = true;

testRules(hostProcessRules, {
  'valid-host-process': {
    valid: { equal: podWithContainer(hostProcess(true), { ...hostProcess(true), hostNetwork }) },
    invalid: {
      'true in the pod only': [
        podWithContainer(hostProcess(false), { ...hostProcess(true), hostNetwork }),
        'spec.containers[0].securityContext.windowsOptions.hostProcess: FieldValueInvalid',
      ],
      'false in the pod only': [
        podWithContainer(hostProcess(true), { ...hostProcess(false), hostNetwork }),
        'spec.containers[0].securityContext.windowsOptions.hostProcess: FieldValueInvalid',
      ],
    },
  },
  'require-host-process-everywhere': {
    valid: {
      inherited: podWithInitContainer({}, { ...hostProcess(true), hostNetwork }),
      'false for all': podWithInitContainer(hostProcess(false)),
    },
    invalid: {
      'not the init container': [
        podWithInitContainer({}, { hostNetwork, containers: [{ name: 'app', image: 'a', ...hostProcess(true) }] }),
        'spec: FieldValueInvalid',
      ],
    },
  },
  'require-host-network-for-host-process': {
    valid: { 'with it': podWithContainer(hostProcess(true), { hostNetwork }), 'none at all': podWithContainer({}) },
    invalid: {
      'in a template': [
        deployment({ template: podTemplate(hostProcess(true)) }),
        'spec.template.spec.hostNetwork: FieldValueInvalid',
      ],
    },
  },
});
