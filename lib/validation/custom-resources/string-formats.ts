import { byteLength, dnsLabel, dnsSubdomain } from '../../kubernetes/formats';
import { isGoDuration } from '../../kubernetes/go-duration';
import { parseCIDR, parseIP } from '../../kubernetes/ip';
import { RARE_FORMATS } from './rare-formats';

type Test = (text: string) => boolean;

const NAME_FORMATS_SINCE = 34;
const LONGEST_HOST = 255;
const LONGEST_LABEL = 63;
const HOST_LETTER = '[a-zA-Z0-9\\p{S}\\p{L}]';
/** One label alone has no dash but behind its first letter; of several the last has letters only. */
const HOST_NAME = new RegExp(
  `^(?:${HOST_LETTER}-?${HOST_LETTER}{0,62}|(?:${HOST_LETTER}(?:[-a-zA-Z0-9\\p{S}\\p{L}]{0,61}${HOST_LETTER})?\\.)+[a-zA-Z\\p{L}]{2,63})$`,
  'u',
);
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const MAC =
  /^(?:[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2}|(?:\1[0-9a-f]{2}){14})?|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}(?:\.[0-9a-f]{4}|(?:\.[0-9a-f]{4}){7})?)$/i;
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})$/;
/** A number with a unit anywhere is enough for the server, beside what Go takes for a duration. */
const LOOSE_DURATION = /(?<!\d)(\d+)[\t\n\f\r ]*([A-Za-z\u00b5]+)/g;
const DURATION_UNIT = /^(?:[nu\u00b5m]?s|[mdw]|hr?|wk|(?:nano|micro|milli|sec|min|hour|day|week).*)$/i;
const LARGEST_FACTOR = 2n ** 63n;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\x00-\x1f\x7f]/;

/** The formats by their names without dashes. */
const FORMATS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['byte', (text) => BASE64.test(text)],
  ['cidr', (text) => parseCIDR(text) !== undefined],
  ['date', isDate],
  ['datetime', isDateTime],
  ['duration', (text) => isGoDuration(text) || isLooseDuration(text)],
  ['email', (text) => /[^@\s]\s{0,8}@\s{0,8}[^@\s]/.test(text)],
  ['hexcolor', (text) => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text)],
  ['hostname', isHostName],
  ['ipv4', (text) => text.includes('.') && parseIP(text) !== undefined],
  ['ipv6', (text) => text.includes(':') && parseIP(text) !== undefined],
  ['mac', (text) => MAC.test(text)],
  ['password', () => true],
  ['uri', isUri],
  ['uuid', (text) => UUID.test(text)],
  ['uuid3', (text) => UUID.test(text) && thirdGroup(text).startsWith('3')],
  ['uuid4', (text) => UUID.test(text) && isVariant(text, '4')],
  ['uuid5', (text) => UUID.test(text) && isVariant(text, '5')],
]);

const NAME_FORMATS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['k8sshortname', (text) => dnsLabel(text).length === 0],
  ['k8slongname', (text) => dnsSubdomain(text).length === 0],
]);

/**
 * The test of a string format that a schema names; undefined for a format that is not checked.
 *
 * Not checked is what the server does not know, as there. `email` and `uri` refuse no more than the server.
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/validation/formats.go and k8s.io/kube-openapi pkg/validation/strfmt.
 */
export function stringFormat(name: string, minor: number): Test | undefined {
  const plain = name.replaceAll('-', '');
  return (
    FORMATS.get(plain) ?? RARE_FORMATS.get(plain) ?? (minor >= NAME_FORMATS_SINCE ? NAME_FORMATS.get(plain) : undefined)
  );
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

function isDateTime(text: string): boolean {
  const [date = '', time = '', ...more] = text.toLowerCase().split('t');
  const [, hour, minute, second] = TIME.exec(time) ?? [];
  if (!isDate(date) || hour === undefined || more.length > 0) return false;
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** Follows k8s.io/kube-openapi pkg/validation/strfmt/duration.go ParseDuration. */
function isLooseDuration(text: string): boolean {
  const parts = [...text.matchAll(LOOSE_DURATION)];
  if (parts.some(([, factor = '']) => BigInt(factor) >= LARGEST_FACTOR)) return false;
  return parts.some(([, , unit = '']) => DURATION_UNIT.test(unit));
}

function isHostName(text: string): boolean {
  if (!HOST_NAME.test(text) || byteLength(text) > LONGEST_HOST) return false;
  return text.split('.').every((label) => byteLength(label) <= LONGEST_LABEL);
}

/** What follows a scheme without a slash is not looked at. */
function isUri(text: string): boolean {
  if (text === '' || CONTROL.test(text)) return false;
  if (text === '*' || /^[a-z][a-z0-9+.-]*:[^/]/i.test(text)) return true;
  const path = text.split('?', 1)[0] ?? '';
  return (text.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(text)) && !/%(?![0-9a-f]{2})/i.test(path);
}

function thirdGroup(uuid: string): string {
  return uuid.replaceAll('-', '').slice(12);
}

function isVariant(uuid: string, version: string): boolean {
  const digits = thirdGroup(uuid);
  return digits.startsWith(version) && /[89ab]/i.test(digits[4] ?? '');
}
