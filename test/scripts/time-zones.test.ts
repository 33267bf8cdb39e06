import { timeZoneNames } from '../../scripts/time-zones';

test('zones and links are names, rules and comments are not', () => {
  const tzdata =
    '# version 2025b\nR d 1916 o - Jun 14 23s 1 S\nZ Europe/Berlin 0:53:28 - LMT 1893 Apr\n1 - CET\nL Europe/Berlin Arctic/Longyearbyen\n';
  expect(timeZoneNames(tzdata)).toEqual(['Arctic/Longyearbyen', 'Europe/Berlin']);
});
