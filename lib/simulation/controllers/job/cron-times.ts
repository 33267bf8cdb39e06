/** The times of a cron schedule, in seconds since 1970 UTC. */
export interface CronTimes {
  /** The first time after one, if it comes before a limit. */
  next(after: number, limit: number): number | undefined;
}

interface Field {
  readonly lowest: number;
  readonly highest: number;
  readonly words?: readonly string[];
}

const MINUTE = 60;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Field[] = [
  { lowest: 0, highest: 59 },
  { lowest: 0, highest: 23 },
  { lowest: 1, highest: 31 },
  { lowest: 1, highest: 12, words: MONTHS },
  { lowest: 0, highest: 6, words: WEEKDAYS },
];
const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const DURATION_PART = /(\d+(?:\.\d+)?)(h|ms|m|s)/g;
const DURATION_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/**
 * The times of a schedule that the API server accepts.
 *
 * Follows github.com/robfig/cron v3 ParseStandard, SpecSchedule.Next, ConstantDelaySchedule.Next: a day fits when its
 * number and its weekday fit, or either of them if both are restricted.
 *
 * @param timeZone Default UTC.
 */
export function cronTimes(schedule: string, timeZone = 'UTC'): CronTimes {
  if (schedule.startsWith('@every')) return everyTimes(schedule);
  const fields = (DESCRIPTORS[schedule] ?? schedule).trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, index) => valuesOf(fields[index] ?? '*', field));
  const isFree = (index: number) => /^[*?]/.test(fields[index] ?? '*');
  const partsOf = zonedParts(timeZone);
  const fits = (time: number): boolean => {
    const [minute, hour, day, month, weekday] = partsOf(time);
    if (!minutes?.has(minute) || !hours?.has(hour) || !months?.has(month)) return false;
    const [fitsDay, fitsWeekday] = [days?.has(day) ?? false, weekdays?.has(weekday) ?? false];
    return isFree(2) || isFree(4) ? fitsDay && fitsWeekday : fitsDay || fitsWeekday;
  };
  return {
    next(after, limit) {
      for (let time = (Math.floor(after / MINUTE) + 1) * MINUTE; time <= limit; time += MINUTE) {
        if (fits(time)) return time;
      }
      return undefined;
    },
  };
}

function everyTimes(schedule: string): CronTimes {
  let seconds = 0;
  for (const [, amount, unit = 's'] of schedule.matchAll(DURATION_PART)) {
    seconds += Number(amount) * (DURATION_SECONDS[unit] ?? 0);
  }
  const delay = Math.max(1, Math.floor(seconds));
  return { next: (after, limit) => (Math.floor(after) + delay <= limit ? Math.floor(after) + delay : undefined) };
}

function valuesOf(text: string, { lowest, highest, words }: Field): ReadonlySet<number> {
  const values = new Set<number>();
  const numberOf = (word: string) => {
    const index = words?.indexOf(word.toLowerCase()) ?? -1;
    return index >= 0 ? index + lowest : Number(word);
  };
  for (const range of text.split(',').filter((part) => part !== '')) {
    const [ends = '*', step] = range.split('/');
    const [low = '*', high] = ends.split('-');
    const isAll = low === '*' || low === '?';
    const first = isAll ? lowest : numberOf(low);
    const last = isAll || (high === undefined && step !== undefined) ? highest : numberOf(high ?? low);
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}

type Parts = readonly [minute: number, hour: number, day: number, month: number, weekday: number];

/** Reads a time as the clocks of a zone show it. */
function zonedParts(timeZone: string): (time: number) => Parts {
  if (timeZone === 'UTC') return (time) => partsOf(new Date(time * 1000));
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time * 1000).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return partsOf(new Date(Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'))));
  };
}

function partsOf(date: Date): Parts {
  return [date.getUTCMinutes(), date.getUTCHours(), date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay()];
}
