import fc from 'fast-check';
import { scheduleFault } from '../../lib/kubernetes/cron-schedule';

test.each([
  '* * * * *',
  '*/5 0-23/2 1,15 jan-MAR ?',
  '  0\t3 * *  mon  ',
  '0 0 31 2 *',
  '+5 007 * * *',
  '0,,30 , * * *',
  ', * * * *',
  '*-x * * * *',
  '10/100 * * * *',
  '@yearly',
  '@every 1h30m',
  '@every -0.5s',
  'TZ=UTC 0 3 * * *',
  'CRON_TZ=Europe/Berlin @daily',
])('%j is a schedule', (schedule) => {
  expect(scheduleFault(schedule)).toBeUndefined();
});

test.each([
  ['* * * *', 'expected exactly 5 fields'],
  ['* * * * * *', 'expected exactly 5 fields'],
  ['   ', 'expected exactly 5 fields'],
  ['60 * * * *', 'minute: 60 is above 59'],
  ['* 24 * * *', 'hour: 24 is above 23'],
  ['* * 0 * *', 'day of month: 0 is below 1'],
  ['* * * 13 *', 'month: 13 is above 12'],
  ['* * * * 7', 'day of week: 7 is above 6'],
  ['* * * * fri-mon', 'day of week: fri-mon runs backwards'],
  ['mon * * * *', 'minute: mon is not a number'],
  ['* * * january *', 'month: january is not a number'],
  ['5-1 * * * *', 'minute: 5-1 runs backwards'],
  ['1-2-3 * * * *', 'minute: too many hyphens'],
  ['*/2/3 * * * *', 'minute: too many slashes'],
  ['*/0 * * * *', 'minute: a step must be more than zero'],
  ['*/x * * * *', 'minute: x is not a number'],
  ['-5 * * * *', 'minute: -5 is not a number'],
  ['5- * * * *', 'minute: 5- is not a number'],
  ['1.5 * * * *', 'minute: 1.5 is not a number'],
  ['9223372036854775808 * * * *', 'minute: 9223372036854775808 is not a number'],
  ['0 0 L * *', 'day of month: L is not a number'],
  ['@reboot', 'unrecognized descriptor'],
  ['@Daily', 'unrecognized descriptor'],
  ['@daily ', 'unrecognized descriptor'],
  [' @daily', 'expected exactly 5 fields'],
  ['@every 1d', '"1d" is not a duration'],
  ['TZ=Mars/Base 0 3 * * *', 'unknown time zone Mars/Base'],
  ['TZ=UTC', 'must be followed by a schedule'],
])('%j is none: %s', (schedule, fault) => {
  expect(scheduleFault(schedule)).toContain(fault);
});

test('every list of ascending ranges within the bounds is a schedule', () => {
  const range = (lowest: number, highest: number) =>
    fc
      .tuple(fc.integer({ min: lowest, max: highest }), fc.integer({ min: lowest, max: highest }), fc.nat(90))
      .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}${step > 0 ? `/${step}` : ''}`);
  const field = (lowest: number, highest: number) =>
    fc.array(fc.oneof(range(lowest, highest), fc.constant('*')), { minLength: 1 }).map((ranges) => ranges.join(','));
  const schedule = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
  fc.assert(fc.property(schedule, (fields) => scheduleFault(fields.join(' ')) === undefined));
});
