import { byteLength, dnsSubdomain, dnsSubdomainWithUnderscore } from '../../../kubernetes/formats';
import { legacyIP } from '../../../kubernetes/ip';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCH_LIST = 2048;
/** The first minor that lets a search be `.`, and its parts begin with `_`. */
const RELAXED_SEARCHES_SINCE = 33;
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validatePodDNSConfig';

/** How the containers of a pod look names up. */
export const podDnsConfigRules = defineRules([
  {
    id: 'require-dns-nameserver',
    summary: 'A pod of dnsPolicy None names at least one nameserver in its dnsConfig.',
    why: 'The pod would have nobody to ask for a name.',
    fix: 'Add dnsConfig.nameservers, or leave dnsPolicy out.',
    source: SOURCE,
    example: { bad: 'dnsPolicy: None', good: 'dnsPolicy: None\ndnsConfig: { nameservers: [10.0.0.10] }' },
    visit: {
      podSpec({ dnsPolicy, dnsConfig }, at, report) {
        if (dnsPolicy !== 'None') return;
        if (dnsConfig === undefined) report(required(at.child('dnsConfig'), 'must be given when dnsPolicy is None'));
        else if (!dnsConfig.nameservers?.length)
          report(required(at.down('dnsConfig', 'nameservers'), 'at least one must be given when dnsPolicy is None'));
      },
    },
  },
  {
    id: 'valid-dns-nameserver',
    summary: 'The nameservers of a dnsConfig are at most three IP addresses.',
    why: 'The resolver of Linux asks no more than three, and cannot look up the name of a server.',
    fix: 'Write up to three addresses, without leading zeros.',
    source: SOURCE,
    example: {
      bad: 'dnsConfig: { nameservers: [dns.example.com] }',
      good: 'dnsConfig: { nameservers: [10.0.0.10] }',
    },
    visit: {
      podSpec({ dnsConfig }, at, report, { minor }) {
        const servers = dnsConfig?.nameservers;
        if (servers === undefined) return;
        const field = at.down('dnsConfig', 'nameservers');
        if (servers.length > MOST_NAMESERVERS)
          report(invalid(field, servers, `must not have more than ${MOST_NAMESERVERS} nameservers`));
        servers.forEach((server, index) => {
          for (const reason of legacyIP(server, minor)) report(invalid(field.index(index), server, reason));
        });
      },
    },
  },
  {
    id: 'valid-dns-search',
    summary: 'The searches of a dnsConfig are at most 32 domains, of 2048 characters together.',
    why: 'The resolver of Linux reads no more.',
    fix: 'Write domains, such as svc.cluster.local, and only those that are needed.',
    source: SOURCE,
    example: {
      bad: 'dnsConfig: { searches: [Example.COM] }',
      good: 'dnsConfig: { searches: [example.com] }',
    },
    visit: {
      podSpec({ dnsPolicy, dnsConfig }, at, report, { minor }) {
        const searches = dnsConfig?.searches;
        if (searches === undefined || lacksNameserver(dnsPolicy, dnsConfig?.nameservers)) return;
        const field = at.down('dnsConfig', 'searches');
        if (searches.length > MOST_SEARCHES)
          report(invalid(field, searches, `must not have more than ${MOST_SEARCHES} search paths`));
        if (byteLength(searches.join(' ')) > LONGEST_SEARCH_LIST)
          report(invalid(field, searches, `must not have more than ${LONGEST_SEARCH_LIST} characters together`));
        searches.forEach((search, index) => {
          for (const reason of searchFaults(search, minor)) report(invalid(field.index(index), search, reason));
        });
      },
    },
  },
  {
    id: 'require-dns-option-name',
    summary: 'Every option of a dnsConfig has a name.',
    why: 'An option without a name says nothing to the resolver.',
    fix: 'Write a name, such as ndots, and its value.',
    source: SOURCE,
    example: {
      bad: 'dnsConfig: { options: [{ value: "2" }] }',
      good: 'dnsConfig: { options: [{ name: ndots, value: "2" }] }',
    },
    visit: {
      podSpec({ dnsPolicy, dnsConfig }, at, report) {
        if (lacksNameserver(dnsPolicy, dnsConfig?.nameservers)) return;
        dnsConfig?.options?.forEach(({ name }, index) => {
          if (name) return;
          const field = at.down('dnsConfig', 'options').index(index);
          report(required(field, 'must not be empty', { place: field.child('name') }));
        });
      },
    },
  },
]);

/** Whether the server stops at the missing nameserver and looks at nothing else of the configuration. */
function lacksNameserver(policy: string | undefined, nameservers: readonly string[] | undefined): boolean {
  return policy === 'None' && !nameservers?.length;
}

function searchFaults(search: string, minor: number): string[] {
  const domain = search.endsWith('.') ? search.slice(0, -1) : search;
  if (minor < RELAXED_SEARCHES_SINCE) return dnsSubdomain(domain);
  return search === '.' ? [] : dnsSubdomainWithUnderscore(domain);
}
