import { stringFormat } from '../../../lib/validation/custom-resources/string-formats';

const cases: [format: string, valid: string[], invalid: string[]][] = [
  ['byte', ['YQ==', 'YWI=', 'YWJj'], ['', 'YQ', 'YQ=', '!']],
  ['cidr', ['10.0.0.0/8', '010.0.0.0/8', '::/0'], ['10.0.0.0', '10.0.0.0/33']],
  ['date', ['2024-02-29'], ['2023-02-29', '2024-2-9', '2024-13-01', '2024-01-01T00:00:00Z', '']],
  [
    'date-time',
    ['2024-02-29T23:59:59Z', '2024-01-01t00:00:00.5+01:00'],
    ['2024-02-29', '2024-02-29T24:00:00Z', '2024-02-29 10:00:00Z', '2023-02-29T10:00:00Z'],
  ],
  ['datetime', ['2024-02-29T23:59:59Z'], ['x']],
  ['duration', ['1h30m', '0', '3 ns', '2 days', 'in 5 Weeks'], ['', '1', 'x', '1 month', '1mon', `${2 ** 63}s`]],
  ['email', ['a@b', 'Me <a@b.c>', 'a@ b'], ['', 'a', '@b', 'a@']],
  ['hexcolor', ['#fff', '00FF00'], ['#ff', '#ggg']],
  [
    'hostname',
    ['a', 'a-', 'a-bc', 'a.b-c.de', '1.example'],
    ['', 'a_b', '-a', 'ab-c', 'a..b', 'a.b', '1.2.3.4', 'a'.repeat(64), `${'a.'.repeat(127)}ab`],
  ],
  ['ipv4', ['1.2.3.4', '01.2.3.4'], ['::1', '1.2.3']],
  ['ipv6', ['::1', '::ffff:1.2.3.4'], ['1.2.3.4', ':::']],
  [
    'mac',
    [
      '01:02:03:04:05:ab',
      '01-02-03-04-05-06-07-08',
      '0102.0304.0506',
      '0102.0304.0506.0708',
      Array(20).fill('00').join(':'),
    ],
    ['01:02:03', '01:02-03:04:05:06', '0102.0304'],
  ],
  ['uri', ['http://a/b?c#d', '/a', 'mailto:x', '*', 'http://a/?%zz'], ['', 'a/b', 'http://a/%zz', 'http://a/\n']],
  ['uuid', ['00000000-0000-0000-0000-000000000000', '0'.repeat(32)], ['x', '0'.repeat(31)]],
  ['uuid3', ['00000000-0000-3000-0000-000000000000'], ['00000000-0000-4000-0000-000000000000']],
  [
    'uuid4',
    ['00000000-0000-4000-a000-000000000000'],
    ['00000000-0000-4000-0000-000000000000', '00000000-0000-3000-a000-000000000000'],
  ],
  ['uuid5', ['00000000-0000-5000-8000-000000000000'], ['00000000-0000-5000-c000-000000000000']],
  ['k8s-short-name', ['a-b'], ['a.b', 'A']],
  ['password', ['', 'a'], []],
  ['k8s-long-name', ['a.b'], ['a..b', 'A']],
];

test.each(cases)('%s', (format, valid, invalid) => {
  const test = stringFormat(format, 36);
  expect(valid.filter((text) => !test?.(text))).toEqual([]);
  expect(invalid.filter((text) => test?.(text) !== false)).toEqual([]);
});

test.each([['colour'], ['quantity'], ['binary'], ['constructor']])('%s is not checked', (format) => {
  expect(stringFormat(format, 36)).toBeUndefined();
});

test('names of Kubernetes are formats since 1.34', () => {
  expect([33, 34].map((minor) => stringFormat('k8s-short-name', minor) !== undefined)).toEqual([false, true]);
});
