const DATE_TIME =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<decimals>\d+))?(?:Z|(?<sign>[+-])(?<zoneHour>\d\d):(?<zoneMinute>\d\d))$/;
const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'zoneHour', 'zoneMinute'];
const MINUTES_PER_HOUR = 60;
const MILLISECONDS_PER_MINUTE = 60_000;

/** A moment as RFC 3339 writes it. */
export interface DateTime {
  /** Milliseconds since 1970, without the fraction of the second. */
  readonly time: number;
  /** The decimals of the second as they were written; empty when there were none. */
  readonly decimals: string;
}

/**
 * Reads a moment such as `2026-01-31T08:00:00Z` as the server does: a little more loosely than RFC 3339, with hours of
 * one digit, decimals behind a comma, and offsets of up to 24 hours and 60 minutes, but not with days that do not exist.
 *
 * Follows Go's time.Parse with the layout time.RFC3339.
 *
 * @returns undefined when it is none.
 */
export function parseDateTime(text: string): DateTime | undefined {
  const groups = DATE_TIME.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = PARTS.map(
    (part) => Number(groups[part] ?? 0),
  );
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 24 || zoneMinute > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = (zoneHour * MINUTES_PER_HOUR + zoneMinute) * MILLISECONDS_PER_MINUTE;
  const time = date.setUTCHours(hour, minute, second) + (groups.sign === '-' ? offset : -offset);
  return { time, decimals: groups.decimals ?? '' };
}
