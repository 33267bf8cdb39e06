import { dnsSubdomain, pathSegmentName } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const HEAD = 'apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: { name: 10.0.0.1 }\n';

/** An address that is taken. */
export const ipAddressRules = defineRules([
  {
    id: 'valid-parent-ref',
    summary: 'An IPAddress names the resource and the object that has the address.',
    why: 'An address that nobody has is given back.',
    fix: 'Write parentRef with resource: services, and name and namespace of the Service.',
    source: 'kubernetes pkg/apis/networking/validation/validation.go validateIPAddressParentReference',
    since: 33,
    example: {
      bad: `${HEAD}spec: {}`,
      good: `${HEAD}spec: { parentRef: { resource: services, namespace: default, name: web } }`,
    },
    visit: {
      IPAddress({ spec = {} }, at, report) {
        const field = at.down('spec', 'parentRef');
        if (spec.parentRef === undefined) {
          report(required(field));
          return;
        }
        const { group, resource, name, namespace } = spec.parentRef;
        if (group) for (const reason of dnsSubdomain(group)) report(invalid(field.child('group'), group, reason));
        for (const [key, value] of Object.entries({ resource, name, namespace })) {
          if (!value && key !== 'namespace') report(required(field.child(key)));
          if (value) for (const reason of pathSegmentName(value)) report(invalid(field.child(key), value, reason));
        }
      },
    },
  },
]);
