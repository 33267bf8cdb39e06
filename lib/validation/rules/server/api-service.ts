import { dns1035Label, dnsSubdomain, portNumber } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const HIGHEST_GROUP_PRIORITY = 20_000;
const HIGHEST_VERSION_PRIORITY = 1000;
const SOURCE = 'k8s.io/kube-aggregator pkg/apis/apiregistration/validation/validation.go ValidateAPIService';
const BASE = 'metadata: { name: v1.example.com }\nspec: { group: example.com, version: v1, groupPriorityMinimum: 100';

/** An APIService: a version of a group that another server serves. */
export const apiServiceRules = defineRules([
  {
    id: 'valid-api-service-group',
    summary: 'The group of an APIService is a DNS subdomain, its version an RFC 1035 label.',
    why: 'Both become parts of URLs.',
    fix: 'Write group: example.com and version: v1.',
    source: SOURCE,
    example: {
      bad: `${BASE.replace('version: v1', 'version: V1')}, versionPriority: 10 }`,
      good: `${BASE}, versionPriority: 10 }`,
    },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { group = '', version = '' } = spec;
        if (group !== '')
          for (const reason of dnsSubdomain(group)) report(invalid(at.down('spec', 'group'), group, reason));
        for (const reason of dns1035Label(version)) report(invalid(at.down('spec', 'version'), version, reason));
      },
    },
  },
  {
    id: 'valid-api-service-priority',
    summary: `groupPriorityMinimum is 1 to ${HIGHEST_GROUP_PRIORITY}, versionPriority 1 to ${HIGHEST_VERSION_PRIORITY}.`,
    why: 'They order the groups and versions that clients are offered.',
    fix: 'Write groupPriorityMinimum: 100 and versionPriority: 100.',
    source: SOURCE,
    example: { bad: `${BASE} }`, good: `${BASE}, versionPriority: 10 }` },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { groupPriorityMinimum: group = 0, versionPriority: version = 0 } = spec;
        if (group <= 0 || group > HIGHEST_GROUP_PRIORITY)
          report(invalid(at.down('spec', 'groupPriorityMinimum'), group, `must be 1 to ${HIGHEST_GROUP_PRIORITY}`));
        if (version <= 0 || version > HIGHEST_VERSION_PRIORITY)
          report(invalid(at.down('spec', 'versionPriority'), version, `must be 1 to ${HIGHEST_VERSION_PRIORITY}`));
      },
    },
  },
  {
    id: 'valid-api-service-backend',
    summary: 'The service of an APIService has a name, a namespace and a port from 1 to 65535.',
    why: 'Requests are passed on to it.',
    fix: 'Write name and namespace, and leave port out for 443.',
    source: SOURCE,
    example: {
      bad: `${BASE}, versionPriority: 10, service: { name: web } }`,
      good: `${BASE}, versionPriority: 10, service: { name: web, namespace: default } }`,
    },
    visit: {
      APIService({ spec }, at, report) {
        if (spec?.service === undefined) return;
        const { name, namespace, port = 0 } = spec.service;
        const field = at.down('spec', 'service');
        if (!namespace) report(required(field.child('namespace')));
        if (!name) report(required(field.child('name')));
        for (const reason of portNumber(port)) report(invalid(field.child('port'), port, reason));
      },
    },
  },
  {
    id: 'valid-api-service-trust',
    summary:
      'An APIService with a service either checks its certificate or trusts it blindly; one without does neither.',
    why: 'A certificate authority has nothing to check where none is checked.',
    fix: 'Remove insecureSkipTLSVerify, or caBundle.',
    source: SOURCE,
    example: {
      bad: `${BASE}, versionPriority: 10, insecureSkipTLSVerify: true }`,
      good: `${BASE}, versionPriority: 10, insecureSkipTLSVerify: true, service: { name: web, namespace: default } }`,
    },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { service, caBundle = '', insecureSkipTLSVerify = false } = spec;
        const insecure = at.down('spec', 'insecureSkipTLSVerify');
        if (service === undefined) {
          const detail = 'must not be set for a local APIService';
          if (caBundle.length > 0) report(invalid(at.down('spec', 'caBundle'), `${caBundle.length} bytes`, detail));
          if (insecureSkipTLSVerify) report(invalid(insecure, true, detail));
        } else if (insecureSkipTLSVerify && caBundle.length > 0) {
          report(invalid(insecure, true, 'may not be true if caBundle is present'));
        }
      },
    },
  },
]);
