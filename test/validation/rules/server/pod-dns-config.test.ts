import { podDnsConfigRules } from '../../../../lib/validation/rules/server/pod-dns-config';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const dns = (dnsConfig: object, dnsPolicy?: string) => pod({ dnsConfig, ...(dnsPolicy && { dnsPolicy }) });
const searches = (count: number, domain: string) => dns({ searches: Array.from({ length: count }, () => domain) });

testRules(podDnsConfigRules, {
  'require-dns-nameserver': {
    valid: {
      'one with None': dns({ nameservers: ['10.0.0.10'] }, 'None'),
      'none with another policy': dns({}, 'Default'),
    },
    invalid: {
      'no dnsConfig': [pod({ dnsPolicy: 'None' }), 'spec.dnsConfig: FieldValueRequired'],
      'no nameserver': [dns({ searches: ['example.com'] }, 'None'), 'spec.dnsConfig.nameservers: FieldValueRequired'],
      'in a template': [
        deployment({ template: podTemplate({ dnsPolicy: 'None' }) }),
        'spec.template.spec.dnsConfig: FieldValueRequired',
      ],
    },
  },
  'valid-dns-nameserver': {
    valid: {
      three: dns({ nameservers: ['10.0.0.10', '2001:db8::1', '1.1.1.1'] }),
      'leading zeros before 1.36': { manifest: dns({ nameservers: ['010.0.0.10'] }), kubeVersion: '1.35' },
    },
    invalid: {
      four: [
        dns({ nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] }),
        'spec.dnsConfig.nameservers: FieldValueInvalid',
      ],
      'a name': [dns({ nameservers: ['dns.example.com'] }), 'spec.dnsConfig.nameservers[0]: FieldValueInvalid'],
      'leading zeros': [dns({ nameservers: ['010.0.0.10'] }), 'spec.dnsConfig.nameservers[0]: FieldValueInvalid'],
    },
  },
  'valid-dns-search': {
    valid: {
      'a trailing dot': dns({ searches: ['example.com.'] }),
      'the root, and an underscore': dns({ searches: ['.', '_tcp.example.com'] }),
      '32': searches(32, 'example.com'),
      '2048 characters': dns({
        searches: [...Array.from({ length: 7 }, () => 'a'.repeat(253)), 'b'.repeat(253), 'c'.repeat(16)],
      }),
      'anything beside a missing nameserver': dns({ searches: ['A B'] }, 'None'),
    },
    invalid: {
      '33': [searches(33, 'example.com'), 'spec.dnsConfig.searches: FieldValueInvalid'],
      '2049 characters': [
        dns({ searches: [...Array.from({ length: 8 }, () => 'a'.repeat(253)), 'c'.repeat(17)] }),
        'spec.dnsConfig.searches: FieldValueInvalid',
      ],
      'upper case': [dns({ searches: ['Example.com'] }), 'spec.dnsConfig.searches[0]: FieldValueInvalid'],
      'an underscore at the end': [dns({ searches: ['a_'] }), 'spec.dnsConfig.searches[0]: FieldValueInvalid'],
      'an underscore before 1.33': [
        { manifest: dns({ searches: ['_tcp.example.com'] }), kubeVersion: '1.32' },
        'spec.dnsConfig.searches[0]: FieldValueInvalid',
      ],
      'the root before 1.33': [
        { manifest: dns({ searches: ['.'] }), kubeVersion: '1.32' },
        'spec.dnsConfig.searches[0]: FieldValueInvalid',
      ],
    },
  },
  'require-dns-option-name': {
    valid: { 'a name alone': dns({ options: [{ name: 'edns0' }] }) },
    invalid: {
      'a value alone': [dns({ options: [{ value: '2' }] }), 'spec.dnsConfig.options[0]: FieldValueRequired'],
    },
  },
});
