import { byteLength } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const LONGEST_TENANT = 64;

/** What a Quobyte volume must be. */
export const quobyteVolumeSourceRules = defineRules([
  {
    id: 'valid-quobyte-registry',
    summary: 'The registry of a Quobyte volume is a list of host:port, and its tenant has at most 64 bytes.',
    why: 'The client connects to the registry, and a tenant is a UUID.',
    fix: 'Write registry: quobyte.example.com:7861.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateQuobyteVolumeSource',
    example: { bad: '{ registry: quobyte, volume: web }', good: '{ registry: "quobyte:7861", volume: web }' },
    visit: {
      quobyteVolumeSource({ registry, tenant = '' }, at, report) {
        if (!registry) return;
        if (byteLength(tenant) > LONGEST_TENANT)
          report(
            required(at.child('tenant'), `must be a UUID of at most ${LONGEST_TENANT} bytes`, {
              fix: 'Write the UUID.',
            }),
          );
        else if (!registry.split(',').every(isHostAndPort))
          report(invalid(at.child('registry'), registry, 'must be host:port, or several joined by commas'));
      },
    },
  },
]);

/** `host:port` or `[address]:port`; either part may be empty. Follows Go's net.SplitHostPort. */
function isHostAndPort(text: string): boolean {
  return /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}
