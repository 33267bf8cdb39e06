/**
 * The string formats of the Kubernetes API.
 *
 * Each function gives the reasons why a text does not have its format, in words that follow "Invalid value: ...: ";
 * an empty list means that it has. Lengths count UTF-8 bytes. Follows k8s.io/apimachinery pkg/util/validation.
 */
export type Format = (value: string) => string[];

const utf8 = new TextEncoder();
const DNS_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED_PART = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const dnsLabelPattern = new RegExp(`^${DNS_LABEL}$`);
const dnsSubdomainPattern = new RegExp(`^${DNS_LABEL}(\\.${DNS_LABEL})*$`);
const dns1035Pattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const qualifiedPartPattern = new RegExp(`^${QUALIFIED_PART}$`);
const qualifiedNamePattern = new RegExp(`^(${DNS_LABEL}(\\.${DNS_LABEL})*/)?${QUALIFIED_PART}$`);
const labelValuePattern = new RegExp(`^(${QUALIFIED_PART})?$`);
const configKeyPattern = /^[-._a-zA-Z0-9]+$/;
const envVarNamePattern = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const relaxedEnvVarNamePattern = /^[ -<>-~]+$/;
const headerNamePattern = /^[-A-Za-z0-9]+$/;
const portNameCharacters = /^[-a-z0-9]+$/;
const percentPattern = /^[0-9]+%$/;
const identifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The length of a text in UTF-8 bytes, as Go counts it. */
export function byteLength(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return utf8.encode(text).length;
  }
  return text.length;
}

const longerThan = (limit: number) => `must be no more than ${limit} bytes`;
const EMPTY = 'must be non-empty';

const dnsLabelReason =
  'a lowercase RFC 1123 label holds only a-z, 0-9 and -, and begins and ends with a letter or digit';
const dnsSubdomainReason =
  'a lowercase RFC 1123 subdomain holds only a-z, 0-9, - and ., and every part begins and ends with a letter or digit';
const dns1035Reason =
  'an RFC 1035 label holds only a-z, 0-9 and -, begins with a letter and ends with a letter or digit';
const qualifiedReason =
  'the name part holds only letters, digits, -, _ and ., and begins and ends with a letter or digit';

function lengthAndPattern(value: string, limit: number, pattern: RegExp, reason: string): string[] {
  const reasons: string[] = [];
  if (byteLength(value) > limit) reasons.push(longerThan(limit));
  if (!pattern.test(value)) reasons.push(reason);
  return reasons;
}

/** At most 63 of `a-z 0-9 -`, with a letter or digit at both ends. Follows IsDNS1123Label. */
export const dnsLabel: Format = (value) => lengthAndPattern(value, 63, dnsLabelPattern, dnsLabelReason);

/** DNS labels joined by dots, at most 253 in all. Follows IsDNS1123Subdomain. */
export const dnsSubdomain: Format = (value) => lengthAndPattern(value, 253, dnsSubdomainPattern, dnsSubdomainReason);

/** A DNS subdomain whose parts may also begin with `_` and hold it. Follows IsDNS1123SubdomainWithUnderscore. */
export const dnsSubdomainWithUnderscore: Format = (value) =>
  lengthAndPattern(
    value,
    253,
    underscorePattern,
    'a subdomain holds only a-z, 0-9, -, _ and ., and every part ends with a letter or digit',
  );
const UNDERSCORE_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const underscorePattern = new RegExp(`^${UNDERSCORE_LABEL}(\\.${UNDERSCORE_LABEL})*$`);

/** A DNS label that begins with a letter. Follows IsDNS1035Label. */
export const dns1035Label: Format = (value) => lengthAndPattern(value, 63, dns1035Pattern, dns1035Reason);

/** A DNS subdomain whose first part may be `*`. Follows IsWildcardDNS1123Subdomain. */
export const wildcardDnsSubdomain: Format = (value) =>
  lengthAndPattern(
    value,
    253,
    wildcardPattern,
    'a wildcard domain begins with *. and goes on as an RFC 1123 subdomain',
  );
const wildcardPattern = new RegExp(`^\\*\\.${DNS_LABEL}(\\.${DNS_LABEL})*$`);

/** `[prefix/]name`: an optional DNS subdomain and a name of 1 to 63. Follows IsQualifiedName: one reason a broken part. */
export const qualifiedName: Format = (value) => {
  if (value.length <= 63 && qualifiedNamePattern.test(value)) return [];
  const parts = value.split('/');
  if (parts.length > 2)
    return [
      'a qualified name is a name of letters, digits, -, _ and ., with an optional DNS prefix and one / before it',
    ];
  const reasons: string[] = [];
  const name = parts[parts.length - 1] ?? '';
  if (parts.length === 2) {
    const prefix = parts[0] ?? '';
    if (prefix === '') reasons.push(`prefix part ${EMPTY}`);
    else reasons.push(...dnsSubdomain(prefix).map((reason) => `prefix part ${reason}`));
  }
  if (name === '') reasons.push(`name part ${EMPTY}`);
  else if (byteLength(name) > 63) reasons.push(`name part ${longerThan(63)}`);
  if (!qualifiedPartPattern.test(name)) reasons.push(qualifiedReason);
  return reasons;
};

/** Empty, or at most 63 letters, digits, `-`, `_`, `.` with a letter or digit at both ends. Follows IsValidLabelValue. */
export const labelValue: Format = (value) =>
  lengthAndPattern(
    value,
    63,
    labelValuePattern,
    'a label value is empty or holds letters, digits, -, _ and ., with a letter or digit at both ends',
  );

/** A name of 1 to 15 of `a-z 0-9 -` with a letter in it. Follows IsValidPortName: one reason a broken part. */
export const portName: Format = (value) => {
  const reasons: string[] = [];
  if (byteLength(value) > 15) reasons.push(longerThan(15));
  if (!portNameCharacters.test(value)) reasons.push('must hold only a-z, 0-9 and -');
  if (!/[a-z]/.test(value)) reasons.push('must hold at least one letter');
  if (value.includes('--')) reasons.push('must not hold two - in a row');
  if (value !== '' && (value.startsWith('-') || value.endsWith('-'))) reasons.push('must not begin or end with -');
  return reasons;
};

/** Follows IsValidPortNum. */
export function portNumber(value: number): string[] {
  return value >= 1 && value <= 65535 ? [] : ['must be between 1 and 65535'];
}

/** A key of a ConfigMap or Secret: letters, digits, `-`, `_`, `.`, at most 253, not `.` or beginning with `..`. Follows IsConfigMapKey. */
export const configMapKey: Format = (value) => {
  const reasons = lengthAndPattern(value, 253, configKeyPattern, 'a key holds only letters, digits, -, _ and .');
  if (value === '.') reasons.push("must not be '.'");
  else if (value === '..') reasons.push("must not be '..'");
  else if (value.startsWith('..')) reasons.push("must not begin with '..'");
  return reasons;
};

/** The name of an environment variable up to Kubernetes 1.31: it also begins with no digit and not with `..`. Follows IsEnvVarName. */
export const envVarName: Format = (value) => {
  const reasons: string[] = [];
  if (!envVarNamePattern.test(value))
    reasons.push('must hold only letters, digits, -, _ and ., and not begin with a digit');
  if (value === '.' || value === '..') reasons.push(`must not be '${value}'`);
  else if (value.startsWith('..')) reasons.push("must not begin with '..'");
  return reasons;
};

/** The name of an environment variable since Kubernetes 1.32: printable ASCII without `=`. Follows IsRelaxedEnvVarName. */
export const relaxedEnvVarName: Format = (value) =>
  relaxedEnvVarNamePattern.test(value) ? [] : ['must hold only printable ASCII characters other than ='];

/** The name of an HTTP header: letters, digits and `-`. Follows IsHTTPHeaderName. */
export const httpHeaderName: Format = (value) =>
  headerNamePattern.test(value) ? [] : ['a header name holds only letters, digits and -'];

/** A whole percentage: `25%`. Follows IsValidPercent. */
export const percent: Format = (value) => (percentPattern.test(value) ? [] : ['must be a percentage such as 25%']);

/** A C identifier. Follows IsCIdentifier. */
export const cIdentifier: Format = (value) =>
  identifierPattern.test(value) ? [] : ['must hold only letters, digits and _, and not begin with a digit'];

/** Any text that can stand between two `/` of a URL path. Follows pkg/api/validation/path IsValidPathSegmentName. */
export const pathSegmentName: Format = (value) =>
  value === '.' || value === '..' ? [`may not be '${value}'`] : pathSegmentPrefix(value);

/** What may begin such a text. Follows pkg/api/validation/path IsValidPathSegmentPrefix. */
export const pathSegmentPrefix: Format = (value) =>
  ['/', '%'].filter((character) => value.includes(character)).map((character) => `may not contain '${character}'`);

/**
 * A prefix from which names are made: a trailing dash is taken for whatever follows it.
 *
 * Follows k8s.io/apimachinery pkg/api/validation maskTrailingDash: the last two characters become an `a`.
 */
export function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}
