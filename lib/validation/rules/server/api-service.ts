import { dns1035Label, dnsSubdomain } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'k8s.io/kube-aggregator pkg/apis/apiregistration/validation/validation.go ValidateAPIService';
const HIGHEST_GROUP_PRIORITY = 20000;
const HIGHEST_VERSION_PRIORITY = 1000;
const WHOLE = 'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: { name: v1.example.com }\n';
const SPEC = 'group: example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 10';

/** What an API that another server serves must be. */
export const apiServiceRules = defineRules([
  {
    id: 'valid-api-service-version',
    summary: 'An APIService names the group, a DNS subdomain, and the version, an RFC 1035 label, that it serves.',
    why: 'Both stand in the URL of the API; only v1 may lack a group.',
    fix: 'Write group: example.com and version: v1.',
    source: SOURCE,
    example: { bad: `${WHOLE}spec: { version: v2 }`, good: `${WHOLE}spec: { ${SPEC} }` },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { group, version = '' } = spec;
        const groupAt = at.down('spec', 'group');
        if (!group && version !== 'v1') report(required(groupAt, 'only v1 may lack a group'));
        if (group) for (const reason of dnsSubdomain(group)) report(invalid(groupAt, group, reason));
        for (const reason of dns1035Label(version)) report(invalid(at.down('spec', 'version'), version, reason));
      },
    },
  },
  {
    id: 'valid-api-service-priority',
    summary: 'The priorities of an APIService lie between 1 and 20000 for the group, 1 and 1000 for the version.',
    why: 'Clients prefer the group and the version of the highest priority.',
    fix: 'Write groupPriorityMinimum: 100 and versionPriority: 10, for instance.',
    source: SOURCE,
    example: {
      bad: `${WHOLE}spec: { group: example.com, version: v1 }`,
      good: `${WHOLE}spec: { ${SPEC} }`,
    },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { groupPriorityMinimum: group = 0, versionPriority: version = 0 } = spec;
        if (group <= 0 || group > HIGHEST_GROUP_PRIORITY) {
          const field = at.down('spec', 'groupPriorityMinimum');
          report(invalid(field, group, `must be between 1 and ${HIGHEST_GROUP_PRIORITY}`));
        }
        if (version <= 0 || version > HIGHEST_VERSION_PRIORITY) {
          const field = at.down('spec', 'versionPriority');
          report(invalid(field, version, `must be between 1 and ${HIGHEST_VERSION_PRIORITY}`));
        }
      },
    },
  },
  {
    id: 'valid-api-service-backend',
    summary: 'An APIService names the Service that serves it, and trusts it by a caBundle or not at all.',
    why: 'Without a Service the API server serves the API itself, and needs no trust.',
    fix: 'Write service with name and namespace, and caBundle or insecureSkipTLSVerify.',
    source: SOURCE,
    example: {
      bad: `${WHOLE}spec: { ${SPEC}, service: { name: api } }`,
      good: `${WHOLE}spec: { ${SPEC}, service: { name: api, namespace: default }, insecureSkipTLSVerify: true }`,
    },
    visit: {
      APIService({ spec = {} }, at, report) {
        const { caBundle, insecureSkipTLSVerify, service } = spec;
        const insecureAt = at.down('spec', 'insecureSkipTLSVerify');
        if (service === undefined) {
          if (caBundle) report(invalid(at.down('spec', 'caBundle'), '', 'may not be given without a service'));
          if (insecureSkipTLSVerify) report(invalid(insecureAt, true, 'may not be given without a service'));
          return;
        }
        if (!service.namespace) report(required(at.down('spec', 'service', 'namespace')));
        if (!service.name) report(required(at.down('spec', 'service', 'name')));
        if (insecureSkipTLSVerify && caBundle) report(invalid(insecureAt, true, 'may not be true beside a caBundle'));
      },
    },
  },
]);
