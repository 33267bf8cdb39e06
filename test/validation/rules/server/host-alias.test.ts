import { hostAliasRules } from '../../../../lib/validation/rules/server/host-alias';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const alias = (hostAlias: unknown) => pod({ hostAliases: [hostAlias] });

testRules(hostAliasRules, {
  'valid-host-alias-ip': {
    valid: {
      'an address without names': alias({ ip: '10.0.0.5' }),
      IPv6: alias({ ip: '2001:db8::5', hostnames: ['db'] }),
      'a mapped address before 1.36': { manifest: alias({ ip: '::ffff:10.0.0.5' }), kubeVersion: '1.35' },
    },
    invalid: {
      none: [alias({ hostnames: ['db'] }), 'spec.hostAliases[0].ip: FieldValueInvalid'],
      'a null entry': [alias(null), 'spec.hostAliases[0].ip: FieldValueInvalid'],
      'a name': [alias({ ip: 'localhost' }), 'spec.hostAliases[0].ip: FieldValueInvalid'],
      'a mapped address': [alias({ ip: '::ffff:10.0.0.5' }), 'spec.hostAliases[0].ip: FieldValueInvalid'],
    },
  },
  'valid-host-alias-hostname': {
    valid: { 'two names': alias({ ip: '10.0.0.5', hostnames: ['db', 'db.example.com'] }) },
    invalid: {
      'upper case': [
        alias({ ip: '10.0.0.5', hostnames: ['db', 'DB'] }),
        'spec.hostAliases[0].hostnames[1]: FieldValueInvalid',
      ],
      empty: [alias({ ip: '10.0.0.5', hostnames: [''] }), 'spec.hostAliases[0].hostnames[0]: FieldValueInvalid'],
    },
  },
});
