import { windowsOptionsRules } from '../../../../lib/validation/rules/server/windows-options';
import { pod, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const options = (windowsOptions: object) => ({ securityContext: { windowsOptions } });
const user = (runAsUserName: string) => podWithContainer(options({ runAsUserName }));
const at = 'spec.containers[0].securityContext.windowsOptions';
const invalidUser = `${at}.runAsUserName: FieldValueInvalid`;

testRules(windowsOptionsRules, {
  'valid-windows-run-as-user-name': {
    valid: {
      'a user': user('ContainerUser'),
      'a NetBIOS domain': user('NT AUTHORITY!\\NETWORK SERVICE'),
      'a DNS domain': user('corp.example.com\\web.user'),
      'of 104': user('a'.repeat(104)),
    },
    invalid: {
      empty: [user(''), invalidUser],
      'a control character': [user('a\tb'), invalidUser],
      'two backslashes': [user('a\\b\\c'), invalidUser],
      'no domain before a backslash': [user('\\a'), invalidUser],
      'a domain that begins with a dot': [user('.a\\b'), invalidUser],
      'a domain of 256, which is no NetBIOS or DNS name either': [
        user(`${'a'.repeat(256)}\\b`),
        invalidUser,
        invalidUser,
      ],
      'no user': [user('a\\'), invalidUser],
      'of 105': [user('a'.repeat(105)), invalidUser],
      'dots and spaces': [user('. .'), invalidUser],
      'an address': [user('a@b'), invalidUser],
      'of the pod': [
        pod(options({ runAsUserName: '' })),
        'spec.securityContext.windowsOptions.runAsUserName: FieldValueInvalid',
      ],
    },
  },
  'valid-gmsa-credential-spec-name': {
    valid: { dotted: podWithContainer(options({ gmsaCredentialSpecName: 'a.b' })) },
    invalid: {
      empty: [
        podWithContainer(options({ gmsaCredentialSpecName: '' })),
        `${at}.gmsaCredentialSpecName: FieldValueInvalid`,
      ],
      'upper case': [
        podWithContainer(options({ gmsaCredentialSpecName: 'Web' })),
        `${at}.gmsaCredentialSpecName: FieldValueInvalid`,
      ],
    },
  },
  'valid-gmsa-credential-spec': {
    valid: { 'of 65536 bytes': podWithContainer(options({ gmsaCredentialSpec: 'a'.repeat(65536) })) },
    invalid: {
      empty: [podWithContainer(options({ gmsaCredentialSpec: '' })), `${at}.gmsaCredentialSpec: FieldValueInvalid`],
      'of 65538 bytes': [
        podWithContainer(options({ gmsaCredentialSpec: 'é'.repeat(32769) })),
        `${at}.gmsaCredentialSpec: FieldValueInvalid`,
      ],
    },
  },
});
