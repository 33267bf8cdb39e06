import { dnsLabel, dnsSubdomain, labelValue } from '../../../kubernetes/formats';
import { canonicalIP, legacyIP, nonSpecialIP, parseIP } from '../../../kubernetes/ip';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, notSupported, required, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { MOST_ENDPOINTS, visitEndpoints } from './visit-endpoints';

const SLICE = 'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: web }\naddressType: IPv4\n';
const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const MOST_PORTS = 20_000;
const MOST_ADDRESSES = 100;
const MOST_HINTS = 8;
/** The first minor that wants IPv6 addresses in canonical spelling. */
const CANONICAL_SINCE = 33;
const SOURCE = 'kubernetes pkg/apis/discovery/validation/validation.go';

/** The endpoints of an EndpointSlice; its ports follow the rules of Service ports. */
export const endpointSliceRules = defineRules([
  {
    id: 'valid-address-type',
    summary: 'The addressType of an EndpointSlice is IPv4, IPv6 or FQDN.',
    why: 'It says how all its addresses are read.',
    fix: 'Write addressType: IPv4, or IPv6 or FQDN.',
    source: `${SOURCE} validateAddressType`,
    example: { bad: 'addressType: IP\nendpoints: []', good: 'addressType: IPv4\nendpoints: []' },
    visit: {
      EndpointSlice({ addressType }, at, report) {
        const field = at.child('addressType');
        if (!addressType) report(required(field));
        else if (!ADDRESS_TYPES.includes(addressType))
          report(notSupported(field, addressType, ADDRESS_TYPES, didYouMean(addressType, ADDRESS_TYPES)));
      },
    },
  },
  {
    id: 'valid-endpoint-count',
    summary: 'An EndpointSlice holds at most 1000 endpoints, each with 1 to 100 addresses.',
    why: 'Slices are kept small, since every change of one is sent to every node.',
    fix: 'Spread the endpoints over several slices, each with its addresses.',
    source: `${SOURCE} validateEndpoints, validatePorts`,
    example: {
      bad: 'addressType: IPv4\nendpoints: [{ addresses: [] }]',
      good: 'addressType: IPv4\nendpoints: [{ addresses: [192.0.2.1] }]',
    },
    visit: {
      EndpointSlice({ endpoints = [], ports = [] }, at, report) {
        if (endpoints.length > MOST_ENDPOINTS) report(tooMany(at.child('endpoints'), endpoints.length, MOST_ENDPOINTS));
        if (ports.length > MOST_PORTS) report(tooMany(at.child('ports'), ports.length, MOST_PORTS));
      },
      endpoint: visitEndpoints(({ addresses = [] }, at, report) => {
        if (addresses.length === 0) report(required(at.child('addresses'), 'must hold at least 1 address'));
        if (addresses.length > MOST_ADDRESSES) report(tooMany(at.child('addresses'), addresses.length, MOST_ADDRESSES));
      }),
    },
  },
  {
    id: 'valid-endpoint-address',
    summary: 'Every address of an EndpointSlice is of its addressType, and one that other hosts can reach.',
    why: 'Nodes read all addresses of a slice alike.',
    fix: 'Write addresses of the addressType, IPv6 in its shortest spelling, and put others into a slice of their own.',
    source: `${SOURCE} validateEndpoints`,
    example: {
      bad: `${SLICE}endpoints: [{ addresses: ["2001:db8::1"] }]`,
      good: `${SLICE}endpoints: [{ addresses: [192.0.2.1] }]`,
    },
    visit: {
      endpoint: visitEndpoints(({ addresses }, at, report, { object, minor }) => {
        const { addressType } = object;
        addresses?.forEach((address, index) => {
          const list = at.child('addresses');
          if (addressType === 'FQDN') checkHost(address, list.index(index), report);
          else if (addressType === 'IPv4' || addressType === 'IPv6')
            checkAddress(address, addressType, list, index, report, minor);
        });
      }),
    },
  },
  {
    id: 'valid-endpoint-hints',
    summary: 'The hints of an endpoint name at most 8 zones and 8 nodes, each once.',
    why: 'Traffic is kept near by comparing the hints with the labels and names of nodes.',
    fix: 'Name each of at most 8 zones or nodes once, as it stands in the label or the name of the node.',
    source: `${SOURCE} validateHints`,
    example: {
      bad: `${SLICE}endpoints: [{ addresses: [192.0.2.1], hints: { forZones: [{ name: a b }] } }]`,
      good: `${SLICE}endpoints: [{ addresses: [192.0.2.1], hints: { forZones: [{ name: zone-a }] } }]`,
    },
    visit: {
      endpoint: visitEndpoints(({ hints }, at, report) => {
        if (hints?.forZones) checkHints(hints.forZones, at.down('hints', 'forZones'), labelValue, report);
        if (hints?.forZones && hints.forZones.length > MOST_HINTS) return;
        if (hints?.forNodes) checkHints(hints.forNodes, at.down('hints', 'forNodes'), dnsSubdomain, report);
      }),
    },
  },
]);

/** Follows k8s.io/apimachinery pkg/util/validation IsFullyQualifiedDomainName. */
function checkHost(address: string, at: FieldPath, report: Report): void {
  const name = address.endsWith('.') ? address.slice(0, -1) : address;
  if (address === '') report(required(at));
  else if (dnsSubdomain(name).length > 0 || !name.split('.').every((label) => dnsLabel(label).length === 0))
    report(invalid(at, address, 'must be a host name whose parts are DNS labels'));
  else if (!name.includes('.')) report(invalid(at, address, 'must be a host name of at least two parts'));
}

function checkAddress(
  address: string,
  family: 'IPv4' | 'IPv6',
  list: FieldPath,
  index: number,
  report: Report,
  minor: number,
): void {
  const canonical = family === 'IPv6' && minor >= CANONICAL_SINCE;
  const reasons = canonical ? canonicalIP(address) : legacyIP(address, minor);
  for (const reason of reasons) report(invalid(list.index(index), address, reason));
  if (reasons.length > 0) return;
  if (parseIP(address)?.family !== family) {
    const place = list.index(index);
    const field = minor >= CANONICAL_SINCE ? list : place;
    report(invalid(field, address, `must be an ${family} address`, { place }));
  }
  for (const reason of nonSpecialIP(address)) report(invalid(list.index(index), address, reason));
}

function checkHints(
  hints: readonly { name?: string }[],
  at: FieldPath,
  format: (name: string) => string[],
  report: Report,
): void {
  if (hints.length > MOST_HINTS) {
    report(tooMany(at, hints.length, MOST_HINTS));
    return;
  }
  hints.forEach(({ name = '' }, index) => {
    const field = at.index(index).child('name');
    if (hints.findIndex((other) => (other.name ?? '') === name) < index) report(duplicate(field, name));
    for (const reason of format(name)) report(invalid(field, name, reason));
  });
}
