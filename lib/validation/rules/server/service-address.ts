import type { ServiceSpec } from '../../../kubernetes/generated/decoded';
import { legacyIP, nonSpecialIP, parseIP } from '../../../kubernetes/ip';
import { HEADLESS, isHeadless } from '../../../kubernetes/service';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go ValidateServiceClusterIPsRelatedFields';

/** The addresses of a Service and their families. */
export const serviceAddressRules = defineRules([
  {
    id: 'valid-cluster-ip',
    stage: 'addresses',
    summary: 'clusterIP and clusterIPs agree, and hold None or one address of each family.',
    why: 'The server reserves exactly these addresses, or none, for the Service.',
    fix: 'Leave clusterIP and clusterIPs out, or write clusterIP: None for a headless Service.',
    source: SOURCE,
    example: {
      bad: 'spec: { clusterIP: none, ports: [{ port: 80 }] }',
      good: 'spec: { clusterIP: None, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report, { minor }) {
        const { clusterIP, clusterIPs } = spec;
        if (!clusterIPs?.length || spec.type === 'ExternalName') return;
        const field = at.down('spec', 'clusterIPs');
        if (!clusterIP) report(invalid(field, clusterIPs, 'must be empty when clusterIP is not given'));
        else if (clusterIPs[0] !== clusterIP) report(invalid(field, clusterIPs, 'its first item must be clusterIP'));
        reportClusterIPs(spec, at, report, minor);
      },
    },
  },
  {
    id: 'valid-ip-family',
    stage: 'addresses',
    summary: 'ipFamilies names IPv4 and IPv6, each at most once.',
    why: 'A Service has at most one address of each family.',
    fix: 'Write IPv4, IPv6 or both.',
    source: SOURCE,
    example: {
      bad: 'spec: { ipFamilies: [ipv4], ports: [{ port: 80 }] }',
      good: 'spec: { ipFamilies: [IPv4], ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.type === 'ExternalName') return;
        spec.ipFamilies?.forEach((family, index, families) => {
          const field = at.down('spec', 'ipFamilies').index(index);
          if (!FAMILIES.includes(family)) report(notSupported(field, family, FAMILIES, didYouMean(family, FAMILIES)));
          if (families.indexOf(family) < index) report(duplicate(field, family));
        });
      },
    },
  },
  {
    id: 'valid-ip-family-policy',
    stage: 'addresses',
    summary: 'ipFamilyPolicy is SingleStack, PreferDualStack or RequireDualStack.',
    why: 'The server has to know how many address families the Service gets.',
    fix: 'Leave ipFamilyPolicy out for SingleStack, or write PreferDualStack or RequireDualStack.',
    source: SOURCE,
    example: {
      bad: 'spec: { ipFamilyPolicy: DualStack, ports: [{ port: 80 }] }',
      good: 'spec: { ipFamilyPolicy: PreferDualStack, ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        const { ipFamilyPolicy: policy } = spec;
        if (policy === undefined || POLICIES.includes(policy) || spec.type === 'ExternalName') return;
        report(notSupported(at.down('spec', 'ipFamilyPolicy'), policy, POLICIES, didYouMean(policy, POLICIES)));
      },
    },
  },
  {
    id: 'valid-cluster-ip-family',
    stage: 'addresses',
    summary: 'Each item of clusterIPs is of the family at the same place in ipFamilies.',
    why: 'The address is taken from the range of that family.',
    fix: 'Order ipFamilies as clusterIPs, or leave one of them out.',
    source: SOURCE,
    example: {
      bad: 'spec: { clusterIP: 10.96.0.10, ipFamilies: [IPv6], ports: [{ port: 80 }] }',
      good: 'spec: { clusterIP: 10.96.0.10, ipFamilies: [IPv4], ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report, { minor }) {
        const { clusterIPs = [], ipFamilies = [] } = spec;
        if (ipFamilies.length === 0 || clusterIPs.length === 0 || isHeadless(spec)) return;
        if (spec.type === 'ExternalName' || clusterIPs.some((ip) => legacyIP(ip, minor).length > 0)) return;
        clusterIPs.forEach((ip, index) => {
          const family = ipFamilies[index] ?? '';
          if (!FAMILIES.includes(family) || parseIP(ip)?.family === family) return;
          const detail = `must be an ${family} address, as ipFamilies[${index}] says`;
          report(invalid(clusterIPAt(spec, at, index), ip, detail));
        });
      },
    },
  },
  {
    id: 'require-dual-stack-policy',
    stage: 'address-families',
    summary: 'A Service with two addresses or two address families has a dual-stack policy.',
    why: 'Without a policy a Service has a single family, headless ones without selector aside.',
    fix: 'Write ipFamilyPolicy: PreferDualStack or RequireDualStack.',
    source: 'kubernetes pkg/registry/core/service/storage/alloc.go initIPFamilyFields',
    example: {
      bad: 'spec: { ipFamilies: [IPv4, IPv6], ports: [{ port: 80 }] }',
      good: 'spec: { ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6], ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report) {
        if (spec.clusterIPs?.length !== 2 && spec.ipFamilies?.length !== 2) return;
        if (spec.type === 'ExternalName' || policyOf(spec) !== 'SingleStack') return;
        const detail = 'must be RequireDualStack or PreferDualStack when two addresses or address families are given';
        report(invalid(at.down('spec', 'ipFamilyPolicy'), 'SingleStack', detail));
      },
    },
  },
  {
    id: 'valid-external-ip',
    summary: 'externalIPs holds addresses that other hosts can reach.',
    why: 'Traffic for an unspecified, loopback or link-local address never arrives from outside.',
    fix: 'Write the addresses of machines in front of the cluster, such as 192.0.2.10.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateService, ValidateNonSpecialIP',
    example: {
      bad: 'spec: { externalIPs: [127.0.0.1], ports: [{ port: 80 }] }',
      good: 'spec: { externalIPs: [192.0.2.10], ports: [{ port: 80 }] }',
    },
    visit: {
      Service({ spec = {} }, at, report, { minor }) {
        spec.externalIPs?.forEach((ip, index) => {
          const reasons = legacyIP(ip, minor);
          for (const reason of reasons.length > 0 ? reasons : nonSpecialIP(ip))
            report(invalid(at.down('spec', 'externalIPs').index(index), ip, reason));
        });
      },
    },
  },
]);

/** Where an item of clusterIPs stands: a clusterIP that was written alone is its only item. */
export function clusterIPAt({ clusterIP, clusterIPs }: ServiceSpec, at: FieldPath, index: number): FieldPath {
  const field = at.down('spec', 'clusterIPs').index(index);
  const alone = clusterIPs?.length === 1 && clusterIPs[0] === clusterIP;
  return alone ? field.standingAt(at.down('spec', 'clusterIP')) : field;
}

/** The families are compared only when every item is an address. */
function reportClusterIPs(spec: ServiceSpec, at: FieldPath, report: Report, minor: number): void {
  const { clusterIPs = [] } = spec;
  const field = at.down('spec', 'clusterIPs');
  let readable = true;
  clusterIPs.forEach((ip, index) => {
    if (index === 0 && ip === HEADLESS) {
      if (clusterIPs.length === 1) return;
      readable = false;
      report(invalid(field, clusterIPs, `${HEADLESS} must stand alone`));
      return;
    }
    for (const reason of legacyIP(ip, minor)) {
      readable = false;
      report(invalid(clusterIPAt(spec, at, index), ip, reason, didYouMean(ip, [HEADLESS])));
    }
  });
  if (clusterIPs.length > 2) report(invalid(field, clusterIPs, 'may hold up to 2 addresses'));
  if (!readable || clusterIPs.length < 2) return;
  const families = new Set(clusterIPs.map((ip) => parseIP(ip)?.family));
  if (families.size < 2) report(invalid(field, clusterIPs, 'may hold no more than one address of each family'));
}

/** The policy that the server assumes where none is given. */
function policyOf({ ipFamilyPolicy, clusterIP, selector }: ServiceSpec): string {
  if (ipFamilyPolicy !== undefined) return ipFamilyPolicy;
  for (const _ in selector) return 'SingleStack';
  return clusterIP === HEADLESS ? 'RequireDualStack' : 'SingleStack';
}
