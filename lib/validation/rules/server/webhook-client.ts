import { dnsSubdomain, portNumber } from '../../../kubernetes/formats';
import type {
  CustomResourceDefinition,
  ServiceReference,
  WebhookClientConfig,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';

const SOURCE = 'k8s.io/apiserver pkg/util/webhook/validation.go';
const CONFIGURATION =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: ';

/** Where a webhook is called: those that admit requests, and those that convert custom resources. */
export const webhookClientRules = defineRules([
  {
    id: 'require-webhook-client',
    summary: 'The clientConfig of a webhook has either url or service.',
    why: 'The server calls the webhook there.',
    fix: 'Write service: { name, namespace } for a webhook inside the cluster, url for one outside.',
    source: 'kubernetes pkg/apis/admissionregistration/validation/validation.go validateValidatingWebhook',
    example: {
      bad: `${CONFIGURATION}[{ clientConfig: {} }]`,
      good: `${CONFIGURATION}[{ clientConfig: { url: 'https://check.example.com' } }]`,
    },
    visit: {
      webhook({ clientConfig }, at, report) {
        requireClient(clientConfig, at.child('clientConfig'), report);
      },
      webhookConversion({ clientConfig }, at, report, context) {
        if (clientConfig && isUsed(context)) requireClient(clientConfig, conversionClient(at), report);
      },
    },
  },
  {
    id: 'valid-webhook-url',
    summary: 'The url of a webhook begins with https:// and a host, without user, query and fragment.',
    why: 'The server trusts the answer, so it must know whom it asks.',
    fix: 'Write https://host/path.',
    source: `${SOURCE} ValidateWebhookURL`,
    example: {
      bad: `${CONFIGURATION}[{ clientConfig: { url: 'http://check.example.com' } }]`,
      good: `${CONFIGURATION}[{ clientConfig: { url: 'https://check.example.com' } }]`,
    },
    visit: {
      webhook({ clientConfig }, at, report) {
        checkUrl(clientConfig, at.child('clientConfig'), report);
      },
      webhookConversion({ clientConfig }, at, report, context) {
        if (isUsed(context)) checkUrl(clientConfig, conversionClient(at), report);
      },
    },
  },
  {
    id: 'valid-webhook-service',
    summary: 'The service of a webhook has a name and a namespace, a port from 1 to 65535 and an absolute path.',
    why: 'The server calls the webhook at https://name.namespace.svc:port/path.',
    fix: 'Write name and namespace; leave port out for 443 and path out for /.',
    source: `${SOURCE} ValidateWebhookService, which is called with name and namespace swapped`,
    example: {
      bad: `${CONFIGURATION}[{ clientConfig: { service: { name: check } } }]`,
      good: `${CONFIGURATION}[{ clientConfig: { service: { name: check, namespace: default } } }]`,
    },
    visit: {
      webhook({ clientConfig }, at, report) {
        checkService(clientConfig, at.child('clientConfig'), report);
      },
      webhookConversion({ clientConfig }, at, report, context) {
        if (isUsed(context)) checkService(clientConfig, conversionClient(at), report);
      },
    },
  },
]);

/** Whether a conversion is one by webhook; the server does not look at the client otherwise. */
function isUsed({ object }: ObjectContext): boolean {
  return (object as CustomResourceDefinition).spec?.conversion?.strategy === 'Webhook';
}

/** The server keeps the client of a conversion beside the strategy, under another name. */
function conversionClient(webhookAt: FieldPath): FieldPath {
  return webhookAt.misnamed('webhookClientConfig').standingAt(webhookAt.child('clientConfig'));
}

function requireClient({ url, service }: WebhookClientConfig = {}, at: FieldPath, report: Report): void {
  if ((url === undefined) === (service === undefined))
    report(required(at, 'exactly one of url or service is required'));
}

function checkUrl({ url, service }: WebhookClientConfig = {}, at: FieldPath, report: Report): void {
  if (url === undefined || service !== undefined) return;
  const field = at.child('url');
  const parts = urlParts(url);
  if (parts === undefined) {
    report(required(field, 'url must be a valid URL: https://host[/path]'));
    return;
  }
  const { scheme, host, user, query, fragment } = parts;
  if (scheme !== 'https') report(invalid(field, scheme, 'https is the only allowed URL scheme'));
  if (host === '') report(invalid(field, host, 'host must be specified'));
  if (user !== undefined) report(invalid(field, '', 'user information is not permitted in the URL'));
  if (fragment) report(invalid(field, fragment, 'fragments are not permitted in the URL'));
  if (query) report(invalid(field, query, 'query parameters are not permitted in the URL'));
}

interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly user?: string;
  readonly query?: string;
  readonly fragment?: string;
}

/** The parts of a URL as Go reads it; undefined where Go cannot. Follows net/url Parse. */
function urlParts(text: string): UrlParts | undefined {
  if (/[^ -~\u0080-\uffff]/.test(text) || text.startsWith(':')) return undefined;
  const [, before = '', fragment] = /^([^#]*)(?:#([\s\S]*))?$/.exec(text) ?? [];
  const [, scheme = '', afterScheme = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([\s\S]*)$/.exec(before) ?? [];
  const [, path = '', query] = /^([^?]*)(?:\?([\s\S]*))?$/.exec(afterScheme) ?? [];
  if (/%(?![0-9A-Fa-f]{2})/.test(path) || (fragment !== undefined && /%(?![0-9A-Fa-f]{2})/.test(fragment)))
    return undefined;
  if (scheme === '' && /^[^/]*:/.test(path)) return undefined;
  const rest = { scheme: scheme.toLowerCase(), query, fragment };
  if (!path.startsWith('//')) return { ...rest, host: '' };
  const authority = path.slice(2).split('/')[0] ?? '';
  const sign = authority.lastIndexOf('@');
  const host = authority.slice(sign + 1);
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (/[ "<>\\^`{|}]/.test(host) || (port !== undefined && !/^\d*$/.test(port))) return undefined;
  return { ...rest, host, ...(sign >= 0 && { user: authority.slice(0, sign) }) };
}

function checkService({ url, service }: WebhookClientConfig = {}, at: FieldPath, report: Report): void {
  if (service === undefined || url !== undefined) return;
  const { name, namespace, port = 0, path }: ServiceReference = service;
  const field = at.child('service');
  if (!namespace) report(required(field.child('name'), 'namespace', { place: field.child('namespace') }));
  if (!name) report(required(field.child('namespace'), 'name', { place: field.child('name') }));
  for (const reason of portNumber(port)) report(invalid(field.child('port'), port, reason));
  if (path === undefined) return;
  for (const reason of pathFaults(path)) report(invalid(field.child('path'), path, reason));
}

function pathFaults(path: string): string[] {
  if (path === '' || path === '/') return [];
  if (path === '//') return ['segment[0] may not be empty'];
  const reasons = path.startsWith('/') ? [] : ['must start with a /'];
  path
    .slice(1)
    .replace(/\/$/, '')
    .split('/')
    .forEach((segment, index) => {
      if (segment === '') reasons.push(`segment[${index}] may not be empty`);
      else reasons.push(...dnsSubdomain(segment).map((reason) => `segment[${index}]: ${reason}`));
    });
  return reasons;
}
