import { assert, date, property } from 'fast-check';
import { parseDateTime } from '../../lib/kubernetes/date-time';

const at = (text: string) => Date.UTC(2026, 0, 31, 8) + Date.parse(`1970-01-01T${text}Z`);

describe('parseDateTime', () => {
  test.each([
    ['2026-01-31T08:00:00Z', at('00:00:00'), ''],
    ['2026-01-31T8:00:00Z', at('00:00:00'), ''],
    ['2026-01-31T08:00:59.5Z', at('00:00:59'), '5'],
    ['2026-01-31T08:00:00,123456789Z', at('00:00:00'), '123456789'],
    ['2026-01-31T17:00:00+09:00', at('00:00:00'), ''],
    ['2026-01-31T06:30:00-01:30', at('00:00:00'), ''],
    ['2026-02-01T08:00:00+24:00', at('00:00:00'), ''],
    ['2026-01-31T10:00:00+01:60', at('00:00:00'), ''],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), ''],
    ['0000-02-29T00:00:00Z', Date.parse('0000-02-29T00:00:00Z'), ''],
    ['0099-12-31T00:00:00Z', Date.parse('0099-12-31T00:00:00Z'), ''],
  ])('reads %s', (text, time, decimals) => expect(parseDateTime(text)).toEqual({ time, decimals }));

  test.each([
    '',
    '2026-01-31',
    '2026-01-31T08:00:00',
    '2026-01-31T08:00Z',
    '2026-01-31t08:00:00Z',
    '2026-01-31T08:00:00z',
    '2026-01-31 08:00:00Z',
    '2026-01-31T08:00:00Z ',
    '2026-01-31T08:00:00.Z',
    '2026-01-31T08:0:00Z',
    '2026-1-31T08:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T08:60:00Z',
    '2026-01-31T08:00:60Z',
    '2026-01-31T08:00:00+0900',
    '2026-01-31T08:00:00+25:00',
    '2026-01-31T08:00:00+01:61',
    '2026-02-30T08:00:00Z',
    '2025-02-29T08:00:00Z',
    '2026-13-01T08:00:00Z',
    '2026-00-01T08:00:00Z',
    '2026-01-00T08:00:00Z',
  ])('does not read %j', (text) => expect(parseDateTime(text)).toBeUndefined());

  test('reads what JavaScript writes', () => {
    const years = { min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    assert(
      property(date(years), (moment) => {
        const { time = 0, decimals } = parseDateTime(moment.toISOString()) ?? {};
        expect(time + Number(decimals)).toBe(moment.getTime());
      }),
    );
  });
});
