import { dnsSubdomain } from '../../../kubernetes/formats';
import { legacyIP } from '../../../kubernetes/ip';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** The lines that a pod adds to the hosts file of its containers. */
export const hostAliasRules = defineRules([
  {
    id: 'valid-host-alias-ip',
    summary: 'Every entry of hostAliases has an IP address.',
    why: 'A hosts file gives names to addresses.',
    fix: 'Write the address in ip, without leading zeros; the names go to hostnames.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateHostAliases',
    example: {
      bad: 'hostAliases: [{ hostnames: [db.example.com] }]',
      good: 'hostAliases: [{ ip: 10.0.0.5, hostnames: [db.example.com] }]',
    },
    visit: {
      podSpec({ hostAliases }, at, report, { minor }) {
        hostAliases?.forEach(({ ip = '' }, index) => {
          for (const reason of legacyIP(ip, minor))
            report(invalid(at.child('hostAliases').index(index).child('ip'), ip, reason));
        });
      },
    },
  },
  {
    id: 'valid-host-alias-hostname',
    summary: 'The hostnames of an entry of hostAliases are DNS subdomains.',
    why: 'No other name is looked up in a hosts file.',
    fix: 'Write names such as db.example.com: lowercase, without _ and *.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateHostAliases',
    example: {
      bad: 'hostAliases: [{ ip: 10.0.0.5, hostnames: [My_DB] }]',
      good: 'hostAliases: [{ ip: 10.0.0.5, hostnames: [db.example.com] }]',
    },
    visit: {
      podSpec({ hostAliases }, at, report) {
        hostAliases?.forEach(({ hostnames }, index) => {
          hostnames?.forEach((name, position) => {
            for (const reason of dnsSubdomain(name)) {
              const field = at.child('hostAliases').index(index).child('hostnames').index(position);
              report(invalid(field, name, reason));
            }
          });
        });
      },
    },
  },
]);
