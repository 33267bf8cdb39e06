import { canonicalCIDR, parseCIDR } from '../../../kubernetes/ip';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const MOST_RANGES = 2;

/** The ranges that the addresses of Services are taken from. */
export const serviceCIDRRules = defineRules([
  {
    id: 'valid-service-ranges',
    summary: 'A ServiceCIDR has one range of addresses, or one of each family, in canonical spelling.',
    why: 'Every Service gets one address of each of its families.',
    fix: 'Write one range, or one of IPv4 and one of IPv6, such as 10.96.0.0/16.',
    source: 'kubernetes pkg/apis/networking/validation/validation.go ValidateServiceCIDR',
    example: { bad: 'spec: { cidrs: [10.96.0.1/16] }', good: 'spec: { cidrs: [10.96.0.0/16, "fd00:10:96::/112"] }' },
    visit: {
      ServiceCIDR({ spec }, at, report) {
        const cidrs = spec?.cidrs ?? [];
        const field = at.down('spec', 'cidrs');
        if (cidrs.length === 0) report(required(field, 'at least one CIDR required'));
        else if (cidrs.length > MOST_RANGES) report(invalid(field, cidrs, 'may hold up to 2 values'));
        else if (cidrs.length === MOST_RANGES && !isDualStack(cidrs))
          report(invalid(field, cidrs, 'may hold no more than one range of each family'));
        else
          cidrs.forEach((cidr, index) => {
            for (const reason of canonicalCIDR(cidr)) report(invalid(field.index(index), cidr, reason));
          });
      },
    },
  },
]);

function isDualStack(cidrs: readonly string[]): boolean {
  const families = cidrs.map((cidr) => parseCIDR(cidr)?.ip.family);
  return !families.includes(undefined) && families[0] !== families[1];
}
