import { decodeBase64 } from '../../../kubernetes/base64';
import { byteLength, dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { duplicate, invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const SHORTEST_SECONDS = 600;
const LONGEST_SIGNER = 571;
const HEADER = /-----BEGIN CERTIFICATE REQUEST-----/;
const USAGES = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];
const SOURCE = 'kubernetes pkg/apis/certificates/validation/validation.go';
/** The first line of a request in PEM form, as base64. */
const REQUEST = 'request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K';

/** A request for a certificate; what the request itself holds is not looked at. */
export const certificateSigningRequestRules = defineRules([
  {
    id: 'valid-certificate-request',
    summary: 'The request of a CertificateSigningRequest is a certificate request in PEM form, as base64.',
    why: 'The certificate is made of what it holds.',
    fix: 'Write the output of base64 for the .csr file, which begins with BEGIN CERTIFICATE REQUEST.',
    source: `${SOURCE} validateCertificateSigningRequest, k8s.io/client-go util/certificate/csr ParseCSR`,
    example: {
      bad: 'spec: { request: aGVsbG8=, signerName: example.com/a, usages: [any] }',
      good: `spec: { ${REQUEST}, signerName: example.com/a, usages: [any] }`,
    },
    visit: {
      CertificateSigningRequest({ spec = {} }, at, report) {
        const text = new TextDecoder().decode(decodeBase64(spec.request ?? ''));
        if (!HEADER.test(text))
          report(invalid(at.down('spec', 'request'), text, 'PEM block type must be CERTIFICATE REQUEST'));
      },
    },
  },
  {
    id: 'valid-signer-name',
    summary: 'The signerName is a domain, a slash and a path.',
    why: 'Each signer looks for the requests that bear its own name.',
    fix: 'Write the name of the signer, such as kubernetes.io/kube-apiserver-client.',
    source: `${SOURCE} ValidateCertificateSigningRequestCreate, pkg/apis/core/validation ValidateSignerName`,
    example: {
      bad: `spec: { ${REQUEST}, usages: [client auth] }`,
      good: `spec: { ${REQUEST}, usages: [client auth], signerName: kubernetes.io/kube-apiserver-client }`,
    },
    visit: {
      CertificateSigningRequest({ spec = {} }, at, report) {
        const { signerName = '' } = spec;
        const field = at.down('spec', 'signerName');
        if (signerName === '') {
          report(required(field));
          return;
        }
        if (byteLength(signerName) > LONGEST_SIGNER) report(tooLong(field, LONGEST_SIGNER));
        for (const reason of signerFaults(signerName)) report(invalid(field, signerName, reason));
      },
    },
  },
  {
    id: 'valid-certificate-usages',
    summary: 'The usages of a certificate are those that Kubernetes knows, each once, and at least one.',
    why: 'They say what the certificate may be used for.',
    fix: 'Write usages such as [client auth] or [server auth].',
    source: `${SOURCE} validateCertificateSigningRequest`,
    example: {
      bad: `spec: { ${REQUEST}, signerName: example.com/a, usages: [client-auth] }`,
      good: `spec: { ${REQUEST}, signerName: example.com/a, usages: [client auth] }`,
    },
    visit: {
      CertificateSigningRequest({ spec = {} }, at, report) {
        const { usages = [] } = spec;
        const field = at.down('spec', 'usages');
        if (usages.length === 0) report(required(field));
        usages.forEach((usage, index) => {
          if (!USAGES.includes(usage))
            report(notSupported(field.index(index), usage, USAGES, didYouMean(usage, USAGES)));
          if (usages.indexOf(usage) < index) report(duplicate(field.index(index), usage));
        });
      },
    },
  },
  {
    id: 'valid-certificate-duration',
    summary: `expirationSeconds is at least ${SHORTEST_SECONDS}.`,
    why: 'A certificate must live long enough to be renewed.',
    fix: `Write ${SHORTEST_SECONDS} or more, or leave expirationSeconds to the signer.`,
    source: `${SOURCE} validateCertificateSigningRequest`,
    example: {
      bad: `spec: { ${REQUEST}, signerName: example.com/a, usages: [any], expirationSeconds: 60 }`,
      good: `spec: { ${REQUEST}, signerName: example.com/a, usages: [any], expirationSeconds: 600 }`,
    },
    visit: {
      CertificateSigningRequest({ spec }, at, report) {
        const seconds = spec?.expirationSeconds;
        if (seconds !== undefined && seconds < SHORTEST_SECONDS)
          report(invalid(at.down('spec', 'expirationSeconds'), seconds, `may not be less than ${SHORTEST_SECONDS}`));
      },
    },
  },
]);

/** The reasons why a text is not the name of a signer. Follows ValidateSignerName. */
function signerFaults(name: string): string[] {
  const [domain = '', path = '', ...more] = name.split('/');
  if (more.length > 0 || !name.includes('/')) return ['must be a domain, one slash and a path'];
  const labels = domain.split('.');
  const reasons = labels.flatMap((label) => dnsLabel(label));
  if (labels.length < 2) reasons.push('the domain must have at least two parts');
  reasons.push(...path.split('.').flatMap((part) => dnsSubdomain(part)));
  return reasons;
}
