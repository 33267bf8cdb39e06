import { isGoDuration } from './go-duration';
import { isTimeZone } from './time-zone';

interface Bounds {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** The words for numbers, from `lowest` on. */
  readonly words?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Bounds[] = [
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of month', lowest: 1, highest: 31 },
  { name: 'month', lowest: 1, highest: 12, words: MONTHS },
  { name: 'day of week', lowest: 0, highest: 6, words: WEEKDAYS },
];
const DESCRIPTORS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const EVERY = '@every ';
const WHITE_SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const ZONE = /^(?:CRON_)?TZ=([^ ]*)( ?)/;

/**
 * Why a text is not a schedule: five fields, a descriptor such as `@daily`, or `@every` and a duration.
 *
 * Follows github.com/robfig/cron v3 ParseStandard, with all that it lets pass: empty list members, `?` for `*`,
 * anything after `*-`.
 *
 * @returns undefined when it is one.
 */
export function scheduleFault(schedule: string): string | undefined {
  const zone = ZONE.exec(schedule);
  if (zone === null) return faultWithoutZone(schedule);
  const [prefix, name = '', space] = zone;
  if (space === '') return `${prefix} must be followed by a schedule`;
  return isTimeZone(name) ? faultWithoutZone(schedule.slice(prefix.length).trim()) : `unknown time zone ${name}`;
}

function faultWithoutZone(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return descriptorFault(schedule);
  const fields = schedule.split(WHITE_SPACE).filter((field) => field !== '');
  if (fields.length !== FIELDS.length) return `expected exactly ${FIELDS.length} fields, found ${fields.length}`;
  for (const [index, bounds] of FIELDS.entries()) {
    const fault = fieldFault(fields[index] ?? '', bounds);
    if (fault !== undefined) return `${bounds.name}: ${fault}`;
  }
  return undefined;
}

function descriptorFault(descriptor: string): string | undefined {
  if (DESCRIPTORS.has(descriptor)) return undefined;
  if (!descriptor.startsWith(EVERY)) return `unrecognized descriptor ${descriptor}`;
  const duration = descriptor.slice(EVERY.length);
  return isGoDuration(duration) ? undefined : `${JSON.stringify(duration)} is not a duration such as 1h30m`;
}

function fieldFault(field: string, bounds: Bounds): string | undefined {
  for (const range of field.split(',')) {
    const fault = range === '' ? undefined : rangeFault(range, bounds);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function rangeFault(range: string, bounds: Bounds): string | undefined {
  const [ends = '', step, ...tooMany] = range.split('/');
  const [low = '', high, ...tooManyEnds] = ends.split('-');
  let [from, to] = [bounds.lowest, bounds.highest];
  if (low !== '*' && low !== '?') {
    if (tooManyEnds.length > 0) return `too many hyphens in ${range}`;
    const [first, last] = [low, high ?? low].map((word) => readNumber(word, bounds.words, bounds.lowest));
    if (first === undefined || last === undefined) return `${ends} is not a number or a range`;
    from = first;
    if (high !== undefined || step === undefined) to = last;
  }
  if (tooMany.length > 0) return `too many slashes in ${range}`;
  const width = step === undefined ? 1 : readNumber(step);
  if (width === undefined) return `${step} is not a number`;
  if (from < bounds.lowest) return `${from} is below ${bounds.lowest}`;
  if (to > bounds.highest) return `${to} is above ${bounds.highest}`;
  if (from > to) return `${ends} runs backwards`;
  return width === 0 ? 'a step must be more than zero' : undefined;
}

const LARGEST_INTEGER = 2n ** 63n;

/** A number as Go's strconv.Atoi reads it, not negative, or one of the words that stand for numbers. */
function readNumber(text: string, words: readonly string[] = [], lowest = 0): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + lowest;
  return /^\+?[0-9]+$/.test(text) && BigInt(text.replace('+', '')) < LARGEST_INTEGER ? Number(text) : undefined;
}
