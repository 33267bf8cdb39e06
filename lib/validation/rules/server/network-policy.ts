import { portName, portNumber } from '../../../kubernetes/formats';
import { isWithin, legacyCIDR, parseCIDR } from '../../../kubernetes/ip';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const POLICY_TYPES = ['Egress', 'Ingress'];
const SOURCE = 'kubernetes pkg/apis/networking/validation/validation.go';

/** A NetworkPolicy: which traffic of the selected pods is let through. */
export const networkPolicyRules = defineRules([
  {
    id: 'valid-policy-types',
    summary: 'policyTypes lists Ingress, Egress or both.',
    why: 'Traffic has no third direction.',
    fix: 'Write policyTypes: [Ingress], [Egress] or [Ingress, Egress].',
    source: `${SOURCE} ValidateNetworkPolicySpec`,
    example: { bad: 'spec: { policyTypes: [ingress] }', good: 'spec: { policyTypes: [Ingress] }' },
    visit: {
      NetworkPolicy({ spec }, at, report) {
        const types = spec?.policyTypes;
        if (types === undefined) return;
        const field = at.down('spec', 'policyTypes');
        if (types.length > POLICY_TYPES.length) {
          report(invalid(field, types, 'may not specify more than two policyTypes'));
          return;
        }
        types.forEach((type, index) => {
          if (!POLICY_TYPES.includes(type))
            report(notSupported(field.index(index), type, POLICY_TYPES, didYouMean(type, POLICY_TYPES)));
        });
      },
    },
  },
  {
    id: 'valid-network-policy-port',
    summary: 'The port of a NetworkPolicy is a number from 1 to 65535 or the name of a container port.',
    why: 'Traffic is compared with the port that it goes to.',
    fix: 'Write the number without quotes, or the name of a port; leave port out for all ports.',
    source: `${SOURCE} ValidateNetworkPolicyPort`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ ports: [{ port: 0 }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ ports: [{ port: 80 }] }] }',
    },
    visit: {
      networkPolicyPort({ port }, at, report) {
        if (port === undefined) return;
        const reasons = typeof port === 'number' ? portNumber(port) : portName(port);
        for (const reason of reasons) report(invalid(at.child('port'), port, reason));
      },
    },
  },
  {
    id: 'valid-network-policy-protocol',
    summary: 'The protocol of a NetworkPolicy port is TCP, UDP or SCTP.',
    why: 'Only these have ports.',
    fix: 'Leave protocol out for TCP, or write UDP or SCTP.',
    source: `${SOURCE} ValidateNetworkPolicyPort`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ ports: [{ protocol: tcp }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ ports: [{ protocol: TCP }] }] }',
    },
    visit: {
      networkPolicyPort({ protocol }, at, report) {
        if (protocol !== undefined && !PROTOCOLS.includes(protocol))
          report(notSupported(at.child('protocol'), protocol, PROTOCOLS, didYouMean(protocol, PROTOCOLS)));
      },
    },
  },
  {
    id: 'valid-end-port',
    summary: 'endPort stands beside a port that is a number, and is not below it.',
    why: 'The two are the ends of a range of ports.',
    fix: 'Write the first port as a number in port and the last one in endPort.',
    source: `${SOURCE} ValidateNetworkPolicyPort`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { egress: [{ ports: [{ port: 90, endPort: 80 }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { egress: [{ ports: [{ port: 80, endPort: 90 }] }] }',
    },
    visit: {
      networkPolicyPort({ port, endPort }, at, report) {
        if (endPort === undefined) return;
        const field = at.child('endPort');
        if (port === undefined) report(invalid(field, endPort, 'may not be specified when port is not specified'));
        else if (typeof port === 'string')
          report(invalid(field, endPort, 'may not be specified when port is non-numeric'));
        else {
          if (endPort < port) report(invalid(field, endPort, 'must be greater than or equal to port'));
          for (const reason of portNumber(endPort)) report(invalid(field, endPort, reason));
        }
      },
    },
  },
  {
    id: 'valid-network-policy-peer',
    summary: 'A peer of a NetworkPolicy is selected by podSelector, namespaceSelector or both, or is an ipBlock alone.',
    why: 'Pods are selected by labels, everything else by addresses.',
    fix: 'Make the ipBlock a list item of its own; write podSelector: {} for all pods of the namespace.',
    source: `${SOURCE} ValidateNetworkPolicyPeer`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ podSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }] }',
    },
    visit: {
      networkPolicyPeer({ podSelector, namespaceSelector, ipBlock }, at, report) {
        const selects = podSelector !== undefined || namespaceSelector !== undefined;
        if (!selects && ipBlock === undefined) report(required(at, 'must specify a peer'));
        else if (selects && ipBlock !== undefined)
          report(forbidden(at, 'may not specify both ipBlock and another peer'));
      },
    },
  },
  {
    id: 'valid-ip-block',
    summary: 'The cidr of an ipBlock is a range of addresses such as 10.9.8.0/24.',
    why: 'Traffic is compared with the bits that the prefix length covers.',
    fix: 'Write the first address of the range, a slash and the prefix length.',
    source: `${SOURCE} ValidateIPBlock`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ ipBlock: { cidr: 10.9.8.7 } }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ ipBlock: { cidr: 10.9.8.7/32 } }] }] }',
    },
    visit: {
      ipBlock({ cidr }, at, report, { minor }) {
        const field = at.child('cidr');
        if (!cidr) report(required(field));
        else for (const reason of legacyCIDR(cidr, minor)) report(invalid(field, cidr, reason));
      },
    },
  },
  {
    id: 'valid-ip-block-exception',
    summary: 'Each except of an ipBlock is a smaller range inside its cidr.',
    why: 'Only what the block holds can be taken out of it.',
    fix: 'Write a range with a longer prefix length inside the cidr.',
    source: `${SOURCE} ValidateIPBlock`,
    example: {
      bad: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [192.168.0.0/16] } }] }] }',
      good: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.9.0.0/16] } }] }] }',
    },
    visit: {
      ipBlock({ cidr = '', except }, at, report, { minor }) {
        if (except === undefined) return;
        const block = parseCIDR(cidr);
        if (block === undefined) return;
        except.forEach((range, index) => {
          const field = at.child('except').index(index);
          for (const reason of legacyCIDR(range, minor)) report(invalid(field, range, reason));
          const inner = parseCIDR(range);
          if (inner && !isWithin(inner, block)) report(invalid(field, range, 'must be a strict subset of cidr'));
        });
      },
    },
  },
]);
