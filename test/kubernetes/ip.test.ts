import fc from 'fast-check';
import { canonicalIP, formatIP, legacyCIDR, legacyIP, nonSpecialIP, parseCIDR, parseIP } from '../../lib/kubernetes/ip';

describe('parseIP', () => {
  test.each([
    ['10.9.8.7', 'IPv4', '10.9.8.7'],
    ['0.0.0.0', 'IPv4', '0.0.0.0'],
    ['010.009.08.7', 'IPv4', '10.9.8.7'],
    ['::ffff:10.9.8.7', 'IPv4', '10.9.8.7'],
    ['::ffff:a09:807', 'IPv4', '10.9.8.7'],
    ['::', 'IPv6', '::'],
    ['::1', 'IPv6', '::1'],
    ['2001:DB8:0:0:0:0:0:FFFF', 'IPv6', '2001:db8::ffff'],
    ['2001:db8:0:1:0:0:0:1', 'IPv6', '2001:db8:0:1::1'],
    ['1:2:3:4:5:6:7::', 'IPv6', '1:2:3:4:5:6:7:0'],
    ['64:ff9b::10.9.8.7', 'IPv6', '64:ff9b::a09:807'],
    ['2001:00db8::1', 'IPv6', '2001:db8::1'],
  ])('reads %s', (text, family, canonical) => {
    const ip = parseIP(text);
    expect(ip && [ip.family, formatIP(ip)]).toEqual([family, canonical]);
  });

  test.each([
    '',
    ' 10.9.8.7',
    '10.9.8',
    '10.9.8.7.6',
    '10.9.8.256',
    '10.9.8.-1',
    '10.9.8.0x7',
    '10.9..7',
    '10.9.8.7/24',
    'localhost',
    ':',
    ':::',
    '1:2',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    ':1:2:3:4:5:6:7:8',
    '12345::',
    'g::',
    '10.9.8.7::',
    '::10.9.8.7:1',
    '::10.9.8',
    'fe80::1%eth0',
    '[::1]',
  ])('does not read %j', (text) => expect(parseIP(text)).toBeUndefined());

  test('reads back every address that it writes', () => {
    const byte = fc.nat({ max: 255 });
    fc.assert(
      fc.property(fc.array(byte, { minLength: 4, maxLength: 4 }), (bytes) => {
        expect(parseIP(formatIP({ family: 'IPv4', bytes }))).toEqual({ family: 'IPv4', bytes });
      }),
    );
    const sparse = fc.oneof(fc.constant(0), byte);
    fc.assert(
      fc.property(fc.array(sparse, { minLength: 16, maxLength: 16 }), (bytes) => {
        fc.pre(bytes.slice(0, 10).some((value) => value !== 0));
        expect(parseIP(formatIP({ family: 'IPv6', bytes }))).toEqual({ family: 'IPv6', bytes });
      }),
    );
  });
});

describe('legacyIP', () => {
  test.each(['10.9.8.7', '2001:db8::1', '2001:DB8:0::1'])('takes %s in every minor', (text) => {
    expect([legacyIP(text, 28), legacyIP(text, 36)]).toEqual([[], []]);
  });
  test.each(['010.9.8.7', '::ffff:10.9.8.7', '2001:00db8::1', '::ffff:010.9.8.7'])('takes %s until 1.35', (text) => {
    expect([legacyIP(text, 35).length, legacyIP(text, 36).length]).toEqual([0, 1]);
  });
  test('refuses what is no address in every minor', () => {
    expect([legacyIP('10.9.8', 28).length, legacyIP('10.9.8', 36).length]).toEqual([1, 1]);
  });
});

describe('canonicalIP', () => {
  test.each(['10.9.8.7', '::', '2001:db8::1'])('takes %s', (text) => expect(canonicalIP(text)).toEqual([]));
  test.each(['010.9.8.7', '::ffff:10.9.8.7', '2001:DB8::1', '2001:db8:0:0:0:0:0:1', 'x'])('refuses %s', (text) => {
    expect(canonicalIP(text)).toHaveLength(1);
  });
});

describe('nonSpecialIP', () => {
  test.each(['10.0.0.1', '224.0.1.1', '169.253.0.1', '2001:db8::1', 'ff05::2', '::2'])('takes %s', (text) => {
    expect(nonSpecialIP(text)).toEqual([]);
  });
  test.each([
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['::ffff:0.0.0.0', 'unspecified'],
    ['127.1.2.3', 'loopback'],
    ['::1', 'loopback'],
    ['169.254.1.1', 'link-local range'],
    ['fe80::1', 'link-local range'],
    ['febf::1', 'link-local range'],
    ['224.0.0.5', 'multicast'],
    ['ff12::5', 'multicast'],
    ['nowhere', 'valid IP'],
  ])('refuses %s as %s', (text, reason) => expect(nonSpecialIP(text)).toEqual([expect.stringContaining(reason)]));
});

describe('legacyCIDR', () => {
  test.each(['10.9.8.0/24', '0.0.0.0/0', '10.9.8.7/32', '2001:db8::/64', '::/0', '10.9.8.128/25'])(
    'takes %s in every minor',
    (text) => expect([legacyCIDR(text, 28), legacyCIDR(text, 36)]).toEqual([[], []]),
  );
  test.each(['010.9.8.0/24', '10.9.8.0/024', '10.9.8.7/24', '10.9.8.64/25', '2001:db8::1/64', '::ffff:10.9.8.0/120'])(
    'takes %s until 1.35',
    (text) => expect([legacyCIDR(text, 35).length, legacyCIDR(text, 36).length]).toEqual([0, 1]),
  );
  test.each([
    '10.9.8.0',
    '10.9.8.0/',
    '10.9.8.0/33',
    '2001:db8::/129',
    '10.9.8/24',
    '10.9.8.0/24/8',
    '10.9.8.0/+8',
    '',
  ])('refuses %j in every minor', (text) =>
    expect([legacyCIDR(text, 28).length, legacyCIDR(text, 36).length]).toEqual([1, 1]),
  );
  test('knows the address and the length', () => {
    expect(parseCIDR('10.9.8.0/24')).toEqual({ ip: { family: 'IPv4', bytes: [10, 9, 8, 0] }, length: 24 });
  });
});
