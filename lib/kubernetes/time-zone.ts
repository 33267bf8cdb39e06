import names from './generated/time-zones.json';

/** Names of at most 14 characters, joined by slashes. */
const PART = /^[A-Za-z._0-9+-]{1,14}$/;

/** The names of the IANA time zones, as of 2025b. */
export const timeZones: ReadonlySet<string> = new Set(names);

/**
 * Whether Go finds a time zone of this name; unlike browsers it looks at the case, and knows no offsets.
 *
 * Follows Go's time.LoadLocation, for which the empty name is UTC and `Local` the zone of the machine.
 */
export function isTimeZone(name: string): boolean {
  return name === '' || name === 'Local' || timeZones.has(name);
}

/**
 * The reasons why a CronJob cannot be scheduled in a time zone.
 *
 * Follows kubernetes pkg/apis/batch/validation/validation.go validateTimeZone.
 */
export function cronTimeZone(name: string): string[] {
  if (name === '') return ['must be absent or non-empty'];
  const isName = name
    .split('/')
    .every((part) => part !== '.' && part !== '..' && !part.startsWith('-') && PART.test(part));
  if (!isName) return [`unknown time zone ${name}`];
  const reasons: string[] = [];
  if (name.toLowerCase() === 'local') reasons.push('must be a time zone as defined in https://www.iana.org/time-zones');
  if (!isTimeZone(name)) reasons.push(`unknown time zone ${name}`);
  return reasons;
}
