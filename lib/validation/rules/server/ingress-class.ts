import { byteLength, dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { forbidden, invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { reportTypedReference } from './typed-reference';

const LONGEST_CONTROLLER = 250;
const SCOPES = ['Cluster', 'Namespace'];
const PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
const SOURCE = 'kubernetes pkg/apis/networking/validation/validation.go';

/** A class of Ingresses: who serves them, and with which settings. */
export const ingressClassRules = defineRules([
  {
    id: 'valid-ingress-controller',
    summary: 'The controller of an IngressClass is a domain, a slash and a path, of at most 250 bytes.',
    why: 'A controller looks for the classes that bear its own name.',
    fix: 'Write the name that the controller documents, such as k8s.io/ingress-nginx.',
    source: `${SOURCE} validateIngressClassSpec, k8s.io/apimachinery pkg/util/validation IsDomainPrefixedPath`,
    example: { bad: 'spec: { controller: nginx }', good: 'spec: { controller: k8s.io/ingress-nginx }' },
    visit: {
      IngressClass({ spec = {} }, at, report) {
        const { controller = '' } = spec;
        const field = at.down('spec', 'controller');
        if (controller === '') {
          report(required(field));
          return;
        }
        if (byteLength(controller) > LONGEST_CONTROLLER) report(tooLong(field, LONGEST_CONTROLLER));
        for (const reason of domainPrefixedPath(controller)) report(invalid(field, controller, reason));
      },
    },
  },
  {
    id: 'valid-ingress-class-parameters',
    summary: 'The parameters of an IngressClass name the kind and the name of an object.',
    why: 'The controller reads its settings from that object.',
    fix: 'Write kind and name, and apiGroup unless the kind belongs to the core group.',
    source: `${SOURCE} validateIngressTypedLocalObjectReference`,
    example: {
      bad: 'spec: { controller: example.com/web, parameters: { name: settings } }',
      good: 'spec: { controller: example.com/web, parameters: { kind: ConfigMap, name: settings } }',
    },
    visit: {
      IngressClass({ spec }, at, report) {
        if (spec?.parameters) reportTypedReference(spec.parameters, at.down('spec', 'parameters'), report);
      },
    },
  },
  {
    id: 'valid-ingress-class-parameters-scope',
    summary:
      'The parameters of an IngressClass name a namespace if their scope is Namespace, and none if it is Cluster.',
    why: 'The namespace is part of what tells objects of a namespaced kind apart.',
    fix: 'Write scope: Namespace together with namespace, or neither.',
    source: `${SOURCE} validateIngressClassParametersReference`,
    example: {
      bad: 'spec: { controller: example.com/web, parameters: { kind: ConfigMap, name: settings, scope: Namespace } }',
      good: 'spec: { controller: example.com/web, parameters: { kind: ConfigMap, name: settings, scope: Namespace, namespace: web } }',
    },
    visit: {
      IngressClass({ spec }, at, report) {
        if (!spec?.parameters) return;
        const { scope = '', namespace } = spec.parameters;
        const field = at.down('spec', 'parameters', 'namespace');
        if (!SCOPES.includes(scope)) {
          report(notSupported(at.down('spec', 'parameters', 'scope'), scope, SCOPES, didYouMean(scope, SCOPES)));
        } else if (scope === 'Cluster') {
          if (namespace !== undefined) report(forbidden(field, 'may not be set when scope is Cluster'));
        } else if (namespace === undefined) {
          report(required(field, 'must be set when scope is Namespace'));
        } else {
          for (const reason of dnsLabel(namespace)) report(invalid(field, namespace, reason));
        }
      },
    },
  },
]);

/** The reasons why a text is not a domain, a slash and a path. Follows IsDomainPrefixedPath. */
function domainPrefixedPath(text: string): string[] {
  const slash = text.indexOf('/');
  if (slash < 1 || slash === text.length - 1) return ['must be a domain-prefixed path, such as example.com/web'];
  const path = text.slice(slash + 1);
  const reasons = dnsSubdomain(text.slice(0, slash));
  if (!PATH.test(path)) reasons.push('the path must hold only characters that a URL path can hold');
  return reasons;
}
