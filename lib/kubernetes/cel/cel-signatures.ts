import type { CelType, SimpleKind } from './cel-type';

/** The type of a parameter: as a type, with variables such as `A` in it. */
export type ParameterType =
  | { readonly variable: string }
  | { readonly kind: SimpleKind }
  | { readonly kind: 'list' | 'map' | 'optional'; readonly parts: readonly ParameterType[] };

/** One way to call a function; the object of a method is its first parameter. */
export interface Signature {
  readonly parameters: readonly ParameterType[];
  readonly result: ParameterType;
}

const ORDERED = ['bool', 'bytes', 'double', 'duration', 'int', 'string', 'timestamp', 'uint'];
const DATE_PARTS = ['Date', 'DayOfMonth', 'DayOfWeek', 'DayOfYear', 'FullYear', 'Month'];
const TIME_PARTS = ['Hours', 'Milliseconds', 'Minutes', 'Seconds'];
const FORMATS = [
  ...['byte', 'date', 'datetime', 'dns1035Label', 'dns1035LabelPrefix', 'dns1123Label', 'dns1123LabelPrefix'],
  ...['dns1123Subdomain', 'dns1123SubdomainPrefix', 'labelValue', 'qualifiedName', 'uri', 'uuid'],
];

/** The methods, by the type of their object. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...['charAt(int): string', 'contains(string): bool', 'endsWith(string): bool', 'startsWith(string): bool'],
    ...['find(string): string', 'findAll(string): list(string)', 'findAll(string, int): list(string)'],
    ...['format(list(unknown)): string', 'indexOf(string): int', 'indexOf(string, int): int'],
    ...['lastIndexOf(string): int', 'lastIndexOf(string, int): int', 'lowerAscii(): string', 'upperAscii(): string'],
    ...['matches(string): bool', 'replace(string, string): string', 'replace(string, string, int): string'],
    ...['size(): int', 'split(string): list(string)', 'split(string, int): list(string)', 'trim(): string'],
    ...['substring(int): string', 'substring(int, int): string'],
  ],
  bytes: ['size(): int'],
  'map(A, B)': ['size(): int'],
  'list(A)': [
    ...['distinct(): list(A)', 'first(): optional(A)', 'last(): optional(A)', 'indexOf(A): int'],
    ...['lastIndexOf(A): int', 'reverse(): list(A)', 'size(): int', 'slice(int, int): list(A)'],
    ...['flatten(int): list(dyn)'],
  ],
  'list(list(A))': ['flatten(): list(A)'],
  'list(string)': ['join(): string', 'join(string): string'],
  'list(optional(A))': ['unwrapOpt(): list(A)'],
  'optional(A)': ['hasValue(): bool', 'or(optional(A)): optional(A)', 'orValue(A): A', 'value(): A'],
  timestamp: [...DATE_PARTS, ...TIME_PARTS].flatMap((part) => [`get${part}(): int`, `get${part}(string): int`]),
  duration: TIME_PARTS.map((part) => `get${part}(): int`),
  quantity: [
    ...['add(int): quantity', 'add(quantity): quantity', 'sub(int): quantity', 'sub(quantity): quantity'],
    ...['asApproximateFloat(): double', 'asInteger(): int', 'isInteger(): bool', 'compareTo(quantity): int'],
    ...['isGreaterThan(quantity): bool', 'isLessThan(quantity): bool'],
  ],
  semver: [
    ...['compareTo(semver): int', 'isGreaterThan(semver): bool', 'isLessThan(semver): bool'],
    ...['major(): int', 'minor(): int', 'patch(): int'],
  ],
  cidr: [
    ...['containsCIDR(cidr): bool', 'containsCIDR(string): bool', 'containsIP(ip): bool', 'containsIP(string): bool'],
    ...['ip(): ip', 'masked(): cidr', 'prefixLength(): int'],
  ],
  ip: [
    ...['family(): int', 'isGlobalUnicast(): bool', 'isLinkLocalMulticast(): bool', 'isLinkLocalUnicast(): bool'],
    ...['isLoopback(): bool', 'isUnspecified(): bool'],
  ],
  url: [
    ...['getEscapedPath(): string', 'getHost(): string', 'getHostname(): string', 'getPort(): string'],
    ...['getQuery(): map(string, list(string))', 'getScheme(): string'],
  ],
  format: ['validate(string): optional(list(string))'],
};

const ON_ORDERED = ORDERED.map((type) => [`list(${type})`, orderedMethods(type)] as const);

function orderedMethods(type: string): string[] {
  const methods = ['isSorted(): bool', `max(): ${type}`, `min(): ${type}`, `sort(): list(${type})`];
  return ['double', 'duration', 'int', 'uint'].includes(type) ? [...methods, `sum(): ${type}`] : methods;
}

const FUNCTIONS: readonly string[] = [
  ...['bool(bool): bool', 'bool(string): bool', 'bytes(bytes): bytes', 'bytes(string): bytes', 'cidr(string): cidr'],
  ...['double', 'int', 'string', 'uint'].map((type) => `double(${type}): double`),
  ...[
    'duration(duration): duration',
    'duration(string): duration',
    'dyn(A): dyn',
    'format.named(string): optional(format)',
  ],
  ...FORMATS.map((name) => `format.${name}(): format`),
  ...['double', 'duration', 'int', 'string', 'timestamp', 'uint'].map((type) => `int(${type}): int`),
  ...['ip(string): ip', 'ip.isCanonical(string): bool', 'isCIDR(string): bool', 'isIP(string): bool'],
  ...['isQuantity(string): bool', 'isSemver(string): bool', 'isSemver(string, bool): bool', 'isURL(string): bool'],
  ...['lists.range(int): list(int)', 'matches(string, string): bool', 'optional.none(): optional(unknown)'],
  ...['optional.of(A): optional(A)', 'optional.ofNonZeroValue(A): optional(A)'],
  ...['optional.unwrap(list(optional(A))): list(A)', 'quantity(string): quantity', 'semver(string): semver'],
  ...['semver(string, bool): semver', 'sets.contains(list(A), list(A)): bool'],
  ...['sets.equivalent(list(A), list(A)): bool', 'sets.intersects(list(A), list(A)): bool', 'sign(quantity): int'],
  ...['bytes', 'list(A)', 'map(A, B)', 'string'].map((type) => `size(${type}): int`),
  ...['bool', 'bytes', 'cidr', 'double', 'duration', 'int', 'ip', 'string', 'timestamp', 'uint'].map(
    (type) => `string(${type}): string`,
  ),
  ...['strings.quote(string): string', 'timestamp(int): timestamp', 'timestamp(string): timestamp'],
  ...['timestamp(timestamp): timestamp', 'type(A): type', 'url(string): url'],
  ...['double', 'int', 'string', 'uint'].map((type) => `uint(${type}): uint`),
];

const SIGNATURE = /^([\w.]+)\((.*)\): (.*)$/;

/**
 * The ways to call a function that a server of the newest minor knows; a method is asked for as `.size`.
 *
 * Follows k8s.io/apiserver pkg/cel/environment/base.go and the libraries that it names.
 */
export function signaturesOf(name: string): readonly Signature[] {
  known ??= readSignatures();
  return known.get(name) ?? [];
}

let known: ReadonlyMap<string, readonly Signature[]> | undefined;

function readSignatures(): ReadonlyMap<string, readonly Signature[]> {
  const table = new Map<string, Signature[]>();
  const add = (key: string, signature: Signature) => void table.set(key, [...(table.get(key) ?? []), signature]);
  for (const text of FUNCTIONS) {
    const [, name = '', parameters = '', result = ''] = SIGNATURE.exec(text) ?? [];
    add(name, { parameters: readTypes(parameters), result: readType(result) });
  }
  for (const [receiver, methods] of [...Object.entries(METHODS), ...ON_ORDERED]) {
    for (const text of methods) {
      const [, name = '', parameters = '', result = ''] = SIGNATURE.exec(text) ?? [];
      add(`.${name}`, { parameters: [readType(receiver), ...readTypes(parameters)], result: readType(result) });
    }
  }
  return table;
}

/** Types with commas between them, outside of parentheses. */
function readTypes(text: string): ParameterType[] {
  return (text.match(/[^,()\s]+(?:\((?:[^()]|\([^()]*\))*\))?/g) ?? []).map(readType);
}

function readType(text: string): ParameterType {
  const [, name = '', parts] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
  if (parts !== undefined) return { kind: name as 'list' | 'map' | 'optional', parts: readTypes(parts) };
  return /^[A-Z]$/.test(name) ? { variable: name } : { kind: name as SimpleKind };
}

/** A parameter's type with what its variables stand for. */
export function withBindings(type: ParameterType, bindings: ReadonlyMap<string, CelType>): CelType {
  if ('variable' in type) return bindings.get(type.variable) ?? { kind: 'unknown' };
  if (!('parts' in type)) return type;
  const [first = { kind: 'unknown' }, second = { kind: 'unknown' }] = type.parts.map((part) =>
    withBindings(part, bindings),
  ) as CelType[];
  if (type.kind === 'list') return { kind: 'list', item: first };
  return type.kind === 'map' ? { kind: 'map', key: first, value: second } : { kind: 'optional', of: first };
}
