import { encodeBase64 } from '../../../../lib/kubernetes/base64';
import { certificateSigningRequestRules } from '../../../../lib/validation/rules/server/certificate-signing-request';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const request = encodeBase64('-----BEGIN CERTIFICATE REQUEST-----\n');
const signing = (spec: object) =>
  object('certificates.k8s.io/v1', 'CertificateSigningRequest', {
    spec: { request, signerName: 'example.com/a', usages: ['client auth'], ...spec },
  });

testRules(certificateSigningRequestRules, {
  'valid-certificate-request': {
    valid: { 'a request': signing({}) },
    invalid: {
      none: [signing({ request: '' }), 'spec.request: FieldValueInvalid'],
      'a certificate': [
        signing({ request: encodeBase64('-----BEGIN CERTIFICATE-----\n') }),
        'spec.request: FieldValueInvalid',
      ],
    },
  },
  'valid-signer-name': {
    valid: { 'a path with dots': signing({ signerName: 'example.com/a.b' }) },
    invalid: {
      none: [signing({ signerName: '' }), 'spec.signerName: FieldValueRequired'],
      'no path': [signing({ signerName: 'example.com' }), 'spec.signerName: FieldValueInvalid'],
      'two slashes': [signing({ signerName: 'example.com/a/b' }), 'spec.signerName: FieldValueInvalid'],
      'no dot': [signing({ signerName: 'example/a' }), 'spec.signerName: FieldValueInvalid'],
      'upper case': [signing({ signerName: 'example.com/A' }), 'spec.signerName: FieldValueInvalid'],
    },
  },
  'valid-certificate-usages': {
    valid: { two: signing({ usages: ['digital signature', 's/mime'] }) },
    invalid: {
      none: [signing({ usages: [] }), 'spec.usages: FieldValueRequired'],
      'another word': [signing({ usages: ['client-auth'] }), 'spec.usages[0]: FieldValueNotSupported'],
      'the same twice': [signing({ usages: ['any', 'any'] }), 'spec.usages[1]: FieldValueDuplicate'],
    },
  },
  'valid-certificate-duration': {
    valid: { '600 seconds': signing({ expirationSeconds: 600 }) },
    invalid: { '599 seconds': [signing({ expirationSeconds: 599 }), 'spec.expirationSeconds: FieldValueInvalid'] },
  },
});
