import { dns1035Label, dnsLabel, dnsSubdomain, pathSegmentName } from '../../../../lib/kubernetes/formats';
import { nearName } from '../../../../lib/validation/rules/server/near-name';

test.each([
  ['My_Pod', dnsSubdomain, 'Write my-pod, for instance.'],
  ['Web.Example', dnsSubdomain, 'Write web.example, for instance.'],
  ['-web-.-a-', dnsSubdomain, 'Write web.a, for instance.'],
  ['my.data', dnsLabel, 'Write my-data, for instance.'],
  ['a/b', pathSegmentName, 'Leave / and % out, and do not write . or .. alone.'],
  ['1st', dns1035Label, undefined],
  ['___', dnsLabel, undefined],
  ['a'.repeat(64), dnsLabel, undefined],
])('%s', (name, format, fix) => {
  expect(nearName(name, format).fix).toBe(fix);
});
