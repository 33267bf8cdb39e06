import { securityContextRules } from '../../../../lib/validation/rules/server/security-context';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const secured = (securityContext: object, spec: Record<string, unknown> = {}) =>
  podWithContainer({ securityContext }, spec);
const at = 'spec.containers[0].securityContext';

testRules(securityContextRules, {
  'valid-container-user-or-group-id': {
    valid: {
      'user 0 that is not root': secured({ runAsUser: 0, runAsNonRoot: true }),
      greatest: secured({ runAsGroup: 2 ** 31 - 1 }),
    },
    invalid: {
      negative: [secured({ runAsUser: -1 }), `${at}.runAsUser: FieldValueInvalid`],
      above: [secured({ runAsGroup: 2 ** 31 }), `${at}.runAsGroup: FieldValueInvalid`],
    },
  },
  'valid-proc-mount': {
    valid: {
      Default: secured({ procMount: 'Default' }),
      'any value before 1.33, which makes it Default': { manifest: secured({ procMount: 'x' }), kubeVersion: '1.32' },
    },
    invalid: {
      empty: [secured({ procMount: '' }), `${at}.procMount: FieldValueNotSupported`],
      'lower case': [secured({ procMount: 'unmasked' }), `${at}.procMount: FieldValueNotSupported`],
    },
  },
  'no-unmasked-proc-mount': {
    valid: { 'with users of its own': secured({ procMount: 'Unmasked' }, { hostUsers: false }) },
    invalid: {
      'with the users of the node': [
        secured({ procMount: 'Unmasked' }, { hostUsers: true }),
        `${at}.procMount: FieldValueInvalid`,
      ],
      'in an init container': [
        podWithInitContainer({ securityContext: { procMount: 'Unmasked' } }),
        'spec.initContainers[0].securityContext.procMount: FieldValueInvalid',
      ],
    },
  },
  'valid-allow-privilege-escalation': {
    valid: {
      'the capability without CAP_': secured({
        allowPrivilegeEscalation: false,
        capabilities: { add: ['SYS_ADMIN', 'ALL'] },
      }),
      'not said': secured({ privileged: true }),
    },
    invalid: {
      'privileged and the capability, both': [
        secured({ allowPrivilegeEscalation: false, privileged: true, capabilities: { add: ['CAP_SYS_ADMIN'] } }),
        `${at}: FieldValueInvalid`,
        `${at}: FieldValueInvalid`,
      ],
    },
  },
});
