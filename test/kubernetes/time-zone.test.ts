import { cronTimeZone, isTimeZone, timeZones } from '../../lib/kubernetes/time-zone';

test.each(['UTC', 'Etc/UTC', 'Etc/GMT+5', 'Etc/GMT-14', 'EST5EDT', 'US/Pacific', 'America/Argentina/Buenos_Aires'])(
  'a CronJob can run in %s',
  (name) => {
    expect(cronTimeZone(name)).toEqual([]);
  },
);

test.each([
  '',
  'Local',
  'PST',
  '+02:00',
  'UTC+2',
  'utc',
  'EUROPE/BERLIN',
  'Europe',
  'Europe/',
  '/UTC',
  'Europe//Berlin',
  '../UTC',
  '-UTC',
  ' UTC',
  'ThisIsMuchTooLong/Zone',
])('a CronJob cannot run in %j', (name) => {
  expect(cronTimeZone(name)).toHaveLength(1);
});

test('local in another case is neither explicit nor known', () => {
  expect(cronTimeZone('local')).toHaveLength(2);
});

test('Go knows the zone of the machine and UTC without a name', () => {
  expect([isTimeZone('Local'), isTimeZone(''), isTimeZone('Mars/Base')]).toEqual([true, true, false]);
});

test('every zone of the list can be written in a CronJob', () => {
  expect([...timeZones].filter((name) => cronTimeZone(name).length > 0)).toEqual([]);
});
