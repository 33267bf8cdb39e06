import { dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { legacyIP, nonSpecialIP, parseIP } from '../../../kubernetes/ip';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { visitEndpoints } from './visit-endpoints';

const ENDPOINTS = 'apiVersion: v1\nkind: Endpoints\nmetadata: { name: web }\n';
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** The addresses of Endpoints; their ports follow the rules of Service ports. */
export const endpointsRules = defineRules([
  {
    id: 'require-endpoint-address',
    summary: 'Every subset of Endpoints has an address, ready or not.',
    why: 'Ports alone lead nowhere.',
    fix: 'Add an address to addresses or notReadyAddresses, or drop the subset.',
    source: `${SOURCE} validateEndpointSubsets`,
    example: {
      bad: `${ENDPOINTS}subsets: [{ ports: [{ port: 80 }] }]`,
      good: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1 }] }]`,
    },
    visit: {
      endpointSubset({ addresses, notReadyAddresses }, at, report) {
        if (!addresses?.length && !notReadyAddresses?.length)
          report(required(at, 'must have addresses or notReadyAddresses'));
      },
    },
  },
  {
    id: 'valid-endpoint-ip',
    summary: 'The address of an endpoint is one that other hosts can reach.',
    why: 'An unspecified, loopback or link-local address means another host on every node.',
    fix: 'Write the IP address of the backend, such as 192.0.2.1.',
    source: `${SOURCE} validateEndpointAddress, ValidateNonSpecialIP`,
    example: {
      bad: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 127.0.0.1 }] }]`,
      good: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1 }] }]`,
    },
    visit: {
      endpointAddress({ ip = '' }, at, report, { minor }) {
        for (const reason of legacyIP(ip, minor)) report(invalid(at.child('ip'), ip, reason));
        if (parseIP(ip)) for (const reason of nonSpecialIP(ip)) report(invalid(at.child('ip'), ip, reason));
      },
    },
  },
  {
    id: 'valid-endpoint-hostname',
    summary: 'The hostname of an endpoint is a DNS label.',
    why: 'It becomes part of the DNS records of the Service.',
    fix: 'Use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends.',
    source: `${SOURCE} validateEndpointAddress; pkg/apis/discovery/validation/validation.go validateEndpoints`,
    example: {
      bad: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1, hostname: Web_0 }] }]`,
      good: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1, hostname: web-0 }] }]`,
    },
    visit: {
      endpointAddress({ hostname }, at, report) {
        if (hostname) for (const reason of dnsLabel(hostname)) report(invalid(at.child('hostname'), hostname, reason));
      },
      endpoint: visitEndpoints(({ hostname }, at, report) => {
        if (hostname === undefined) return;
        for (const reason of dnsLabel(hostname)) report(invalid(at.child('hostname'), hostname, reason));
      }),
    },
  },
  {
    id: 'valid-endpoint-node-name',
    summary: 'The nodeName of an endpoint is a DNS subdomain.',
    why: 'No Node can have another name.',
    fix: 'Write the name of a Node, or leave nodeName out.',
    source: `${SOURCE} validateEndpointAddress; pkg/apis/discovery/validation/validation.go validateEndpoints`,
    example: {
      bad: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1, nodeName: Node_1 }] }]`,
      good: `${ENDPOINTS}subsets: [{ addresses: [{ ip: 192.0.2.1, nodeName: node-1 }] }]`,
    },
    visit: { endpointAddress: validNodeName, endpoint: visitEndpoints(validNodeName) },
  },
]);

function validNodeName({ nodeName }: { nodeName?: string }, at: FieldPath, report: Report): void {
  if (nodeName === undefined) return;
  for (const reason of dnsSubdomain(nodeName)) report(invalid(at.child('nodeName'), nodeName, reason));
}
