import * as formats from '../../lib/kubernetes/formats';

/** For each format: texts that have it, and texts that do not, with the number of reasons. */
const tables: Record<string, { format: formats.Format; valid: string[]; invalid: [string, number][] }> = {
  dnsLabel: {
    format: formats.dnsLabel,
    valid: ['a', 'web-1', '0', 'a'.repeat(63)],
    invalid: [
      ['', 1],
      ['Web', 1],
      ['-a', 1],
      ['a-', 1],
      ['a.b', 1],
      ['a'.repeat(64), 1],
      ['A'.repeat(64), 2],
      ['a\n', 1],
      ['é', 1],
    ],
  },
  dnsSubdomain: {
    format: formats.dnsSubdomain,
    valid: ['a', 'web.example.com', 'a'.repeat(253), `${'a'.repeat(64)}.b`],
    invalid: [
      ['', 1],
      ['a..b', 1],
      ['.a', 1],
      ['a_b', 1],
      ['a'.repeat(254), 1],
      ['a-.b', 1],
    ],
  },
  dns1035Label: {
    format: formats.dns1035Label,
    valid: ['a', 'web-1'],
    invalid: [
      ['1web', 1],
      ['', 1],
      ['a'.repeat(64), 1],
    ],
  },
  wildcardDnsSubdomain: {
    format: formats.wildcardDnsSubdomain,
    valid: ['*.example.com'],
    invalid: [
      ['*', 1],
      ['*.', 1],
      ['a.*.b', 1],
      ['example.com', 1],
    ],
  },
  qualifiedName: {
    format: formats.qualifiedName,
    valid: ['a', 'A_b.c-1', 'example.com/a', 'a'.repeat(63), `${'a'.repeat(253)}/b`],
    invalid: [
      ['', 2],
      ['a/b/c', 1],
      ['/a', 1],
      ['a/', 2],
      ['Example.com/a', 1],
      ['-a', 1],
      ['a'.repeat(64), 1],
      ['é', 1],
    ],
  },
  labelValue: {
    format: formats.labelValue,
    valid: ['', 'a', 'A_b.c-1', 'a'.repeat(63)],
    invalid: [
      ['-', 1],
      ['a b', 1],
      ['a'.repeat(64), 1],
      ['a\n', 1],
    ],
  },
  portName: {
    format: formats.portName,
    valid: ['http', 'a', 'h-1', '1a', 'a'.repeat(15)],
    invalid: [
      ['', 2],
      ['80', 1],
      ['a--b', 1],
      ['-a', 1],
      ['a-', 1],
      ['Http', 1],
      ['a'.repeat(16), 1],
      ['HTTP', 2],
    ],
  },
  configMapKey: {
    format: formats.configMapKey,
    valid: ['a', 'A.b_c-1', '.a', 'a..b', 'a'.repeat(253)],
    invalid: [
      ['', 1],
      ['.', 1],
      ['..', 1],
      ['..a', 1],
      ['a/b', 1],
      ['a'.repeat(254), 1],
    ],
  },
  envVarName: {
    format: formats.envVarName,
    valid: ['A', '_a', '-a', '.a', 'a..b', 'a-1.B_'],
    invalid: [
      ['', 1],
      ['1a', 1],
      ['a b', 1],
      ['.', 1],
      ['..', 1],
      ['..a', 1],
      ['a\n', 1],
    ],
  },
  relaxedEnvVarName: {
    format: formats.relaxedEnvVarName,
    valid: ['A', '1', ' ', '..', '~!"', 'a b'],
    invalid: [
      ['', 1],
      ['A=B', 1],
      ['é', 1],
      ['a\n', 1],
      ['\u007f', 1],
    ],
  },
  httpHeaderName: {
    format: formats.httpHeaderName,
    valid: ['X-Api', 'a1'],
    invalid: [
      ['', 1],
      ['a b', 1],
      ['a:', 1],
    ],
  },
  percent: {
    format: formats.percent,
    valid: ['0%', '100%', '101%'],
    invalid: [
      ['', 1],
      ['1.5%', 1],
      ['-1%', 1],
      ['1', 1],
      ['%', 1],
    ],
  },
  cIdentifier: {
    format: formats.cIdentifier,
    valid: ['a', '_A1'],
    invalid: [
      ['', 1],
      ['1a', 1],
      ['a-b', 1],
    ],
  },
  pathSegmentName: {
    format: formats.pathSegmentName,
    valid: ['a', 'system:node', 'A B', '...'],
    invalid: [
      ['.', 1],
      ['..', 1],
      ['a/b', 1],
      ['a%b', 1],
      ['/%', 2],
    ],
  },
};

describe.each(Object.entries(tables))('%s', (_name, { format, valid, invalid }) => {
  test.each(valid)('%j has it', (value) => expect(format(value)).toEqual([]));
  test.each(invalid)('%j has it not, for %d reasons', (value, reasons) => expect(format(value)).toHaveLength(reasons));
});

test.each([
  [0, 1],
  [1, 0],
  [65535, 0],
  [65536, 1],
  [-1, 1],
])('port number %d has %d faults', (port, faults) => {
  expect(formats.portNumber(port)).toHaveLength(faults);
});

test.each([
  ['web-', 'wea'],
  ['a-', 'a'],
  ['-', '-'],
  ['web', 'web'],
  ['', ''],
])('maskTrailingDash(%j) is %j', (name, masked) => {
  expect(formats.maskTrailingDash(name)).toBe(masked);
});

test('lengths count bytes', () => {
  expect([formats.byteLength('abc'), formats.byteLength('é'), formats.byteLength('파드')]).toEqual([3, 2, 6]);
});
