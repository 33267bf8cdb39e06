import { dnsSubdomain, wildcardDnsSubdomain } from '../../../kubernetes/formats';
import { parseIP } from '../../../kubernetes/ip';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const SOURCE = 'kubernetes pkg/apis/networking/validation/validation.go';

/** An Ingress: its hosts, its certificates and who serves it. */
export const ingressRules = defineRules([
  {
    id: 'require-ingress-rule',
    summary: 'An Ingress has rules or a defaultBackend.',
    why: 'Without either there is nowhere to send a request.',
    fix: 'Add a rule, or a defaultBackend for all requests.',
    source: `${SOURCE} ValidateIngressSpec`,
    example: {
      bad: 'spec: { rules: [] }',
      good: 'spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }',
    },
    visit: {
      Ingress({ spec = {} }, at, report) {
        if (spec.rules?.length || spec.defaultBackend !== undefined) return;
        report(invalid(at.child('spec'), spec.rules, 'either defaultBackend or rules must be specified'));
      },
    },
  },
  {
    id: 'valid-ingress-host',
    summary: 'The host of an Ingress rule is a DNS name, or *. and a DNS name; not an IP address.',
    why: 'Requests are told apart by the name that they ask for.',
    fix: 'Write a name such as web.example.com, in lower case, or leave host out for every name.',
    source: `${SOURCE} validateIngressRules`,
    example: {
      bad: 'spec: { rules: [{ host: 10.9.8.7 }] }',
      good: 'spec: { rules: [{ host: web.example.com }] }',
    },
    visit: {
      Ingress({ spec }, at, report) {
        spec?.rules?.forEach(({ host }, index) => {
          if (!host) return;
          const field = at.down('spec', 'rules').index(index).child('host');
          if (parseIP(host) !== undefined) report(invalid(field, host, 'must be a DNS name, not an IP address'));
          for (const reason of hostFaults(host)) report(invalid(field, host, reason));
        });
      },
    },
  },
  {
    id: 'valid-ingress-tls-host',
    summary: 'The hosts of an Ingress certificate are DNS names, or *. and a DNS name.',
    why: 'A certificate is chosen by the name that a request asks for.',
    fix: 'Write names such as web.example.com, in lower case.',
    source: `${SOURCE} validateIngressTLS`,
    example: {
      bad: 'spec: { rules: [{}], tls: [{ hosts: [Web.example.com] }] }',
      good: 'spec: { rules: [{}], tls: [{ hosts: [web.example.com] }] }',
    },
    visit: {
      Ingress({ spec }, at, report) {
        spec?.tls?.forEach(({ hosts }, index) => {
          hosts?.forEach((host, position) => {
            for (const reason of hostFaults(host)) {
              const field = at.down('spec', 'tls').index(index).child('hosts').index(position);
              report(invalid(field, host, reason));
            }
          });
        });
      },
    },
  },
  {
    id: 'valid-ingress-secret-name',
    summary: 'The secretName of an Ingress certificate is the name of a Secret.',
    why: 'The certificate is read from that Secret.',
    fix: 'Write the name of a Secret in the same namespace, without a path.',
    source: `${SOURCE} validateIngressTLS, validateTLSSecretName`,
    example: {
      bad: 'spec: { rules: [{}], tls: [{ secretName: Web_TLS }] }',
      good: 'spec: { rules: [{}], tls: [{ secretName: web-tls }] }',
    },
    visit: {
      Ingress({ spec }, at, report) {
        spec?.tls?.forEach(({ secretName }, index) => {
          if (!secretName) return;
          for (const reason of dnsSubdomain(secretName))
            report(invalid(at.down('spec', 'tls').index(index).child('secretName'), secretName, reason));
        });
      },
    },
  },
  {
    id: 'valid-ingress-class-name',
    summary: 'ingressClassName is the name of an IngressClass.',
    why: 'The controller of that class serves the Ingress.',
    fix: 'Write the name of an IngressClass, or leave ingressClassName out for the default one.',
    source: `${SOURCE} ValidateIngressSpec`,
    example: {
      bad: "spec: { ingressClassName: '', rules: [{}] }",
      good: 'spec: { ingressClassName: nginx, rules: [{}] }',
    },
    visit: {
      Ingress({ spec }, at, report) {
        const name = spec?.ingressClassName;
        if (name === undefined) return;
        for (const reason of dnsSubdomain(name)) report(invalid(at.down('spec', 'ingressClassName'), name, reason));
      },
    },
  },
  {
    id: 'valid-ingress-class-annotation',
    summary: `The annotation ${CLASS_ANNOTATION} and ingressClassName, where both are given, name the same class.`,
    why: 'The annotation is the former way to name the class.',
    fix: 'Keep ingressClassName alone.',
    source: `${SOURCE} ValidateIngressCreate`,
    example: {
      bad: `metadata: { name: web, annotations: { ${CLASS_ANNOTATION}: nginx } }\nspec: { ingressClassName: internal, rules: [{}] }`,
      good: `metadata: { name: web, annotations: { ${CLASS_ANNOTATION}: nginx } }\nspec: { rules: [{}] }`,
    },
    visit: {
      Ingress({ metadata, spec }, at, report) {
        const annotated = metadata?.annotations?.[CLASS_ANNOTATION];
        if (annotated === undefined || spec?.ingressClassName === undefined) return;
        if (annotated === spec.ingressClassName) return;
        const place = at.down('metadata', 'annotations').key(CLASS_ANNOTATION);
        const field = at.down('annotations', CLASS_ANNOTATION);
        report(invalid(field, annotated, 'must match ingressClassName when both are specified', { place }));
      },
    },
  },
]);

function hostFaults(host: string): string[] {
  return host.includes('*') ? wildcardDnsSubdomain(host) : dnsSubdomain(host);
}
