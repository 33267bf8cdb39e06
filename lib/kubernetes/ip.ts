/**
 * IP addresses and address ranges as Go and Kubernetes read them.
 *
 * Follows k8s.io/utils/net ParseIPSloppy and ParseCIDRSloppy, which let leading zeros pass, and for the strict forms
 * net/netip ParseAddr and ParsePrefix through k8s.io/apimachinery pkg/util/validation/ip.go.
 */

/** An address; as in Go an IPv4-mapped IPv6 address is an IPv4 address. */
export interface IP {
  readonly family: 'IPv4' | 'IPv6';
  /** 4 bytes, or 16. */
  readonly bytes: readonly number[];
  /** What the strict form holds against the spelling. */
  readonly flaw?: 'must not have leading zeros' | 'must not be an IPv4-mapped IPv6 address';
}

/** The first minor that refuses, in fields that were always read loosely, what only the loose form lets pass. */
export const STRICT_IP_SINCE = 36;

const BYTES = 16;
const MOST_GROUPS = 8;

/** Reads an address in the loose form; undefined when it is none. */
export function parseIP(text: string): IP | undefined {
  if (!text.includes(':')) return parseIPv4(text);
  const dot = text.indexOf('.');
  return dot !== -1 && dot < text.indexOf(':') ? undefined : parseIPv6(text);
}

function parseIPv4(text: string): IP | undefined {
  const parts = text.split('.', 5);
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  let zeros = false;
  for (const part of parts) {
    if (!/^\d+$/.test(part) || Number(part) > 255) return undefined;
    if (part.length > 1 && part.startsWith('0')) zeros = true;
    bytes.push(Number(part));
  }
  return { family: 'IPv4', bytes, ...(zeros && { flaw: 'must not have leading zeros' }) };
}

function parseIPv6(text: string): IP | undefined {
  const halves = text.split('::', 3);
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => parseGroups(half));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  if (tail !== undefined && head.embedded) return undefined;
  const length = head.bytes.length + (tail?.bytes.length ?? 0);
  if (tail === undefined ? length !== BYTES : length >= BYTES) return undefined;
  const bytes = [...head.bytes, ...new Array<number>(BYTES - length).fill(0), ...(tail?.bytes ?? [])];
  const zeros = head.zeros || tail?.zeros === true;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (!mapped) return { family: 'IPv6', bytes, ...(zeros && { flaw: 'must not have leading zeros' }) };
  const flaw = zeros ? 'must not have leading zeros' : 'must not be an IPv4-mapped IPv6 address';
  return { family: 'IPv4', bytes: bytes.slice(12), flaw };
}

interface Groups {
  readonly bytes: number[];
  /** Whether they end with an address in dotted form. */
  readonly embedded: boolean;
  /** Whether a group is spelt longer than the strict form allows. */
  readonly zeros: boolean;
}

function parseGroups(text: string): Groups | undefined {
  const bytes: number[] = [];
  if (text === '') return { bytes, embedded: false, zeros: false };
  const groups = text.split(':', MOST_GROUPS + 1);
  if (groups.length > MOST_GROUPS) return undefined;
  let zeros = false;
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const embedded = index === groups.length - 1 ? parseIPv4(group) : undefined;
      if (embedded === undefined) return undefined;
      bytes.push(...embedded.bytes);
      return { bytes, embedded: true, zeros: zeros || embedded.flaw !== undefined };
    }
    const value = /^[0-9a-fA-F]+$/.test(group) ? Number.parseInt(group, 16) : Number.POSITIVE_INFINITY;
    if (value > 0xffff) return undefined;
    if (group.length > 4) zeros = true;
    bytes.push(value >> 8, value & 0xff);
  }
  return { bytes, embedded: false, zeros };
}

/** The address in its canonical spelling: dotted, or as RFC 5952 writes IPv6. */
export function formatIP({ family, bytes }: IP): string {
  if (family === 'IPv4') return bytes.join('.');
  const groups: string[] = [];
  for (let index = 0; index < BYTES; index += 2)
    groups.push((((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)).toString(16));
  const [start, length] = longestZeros(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly string[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== '0') start = index + 1;
    else if (index + 1 - start > best[1]) best = [start, index + 1 - start];
  });
  return best;
}

const NOT_AN_ADDRESS = 'must be a valid IP address, such as 10.9.8.7 or 2001:db8::ffff';

/** The reasons why a text is no address in a field that was always read loosely. Follows IsValidIPForLegacyField. */
export function legacyIP(text: string, minor: number): string[] {
  const ip = parseIP(text);
  if (ip === undefined) return [NOT_AN_ADDRESS];
  return ip.flaw && minor >= STRICT_IP_SINCE ? [ip.flaw] : [];
}

/** The reasons why a text is no address in canonical spelling. Follows IsValidIP. */
export function canonicalIP(text: string): string[] {
  const ip = parseIP(text);
  if (ip === undefined) return [NOT_AN_ADDRESS];
  if (ip.flaw) return [ip.flaw];
  const canonical = formatIP(ip);
  return canonical === text ? [] : [`must be in canonical form: ${canonical}`];
}

/** The reasons why an address cannot be reached from other hosts. Follows kubernetes ValidateNonSpecialIP. */
export function nonSpecialIP(text: string): string[] {
  const ip = parseIP(text);
  if (ip === undefined) return [NOT_AN_ADDRESS];
  const { family, bytes } = ip;
  const [first = 0, second = 0, third = 0] = bytes;
  const last = bytes[bytes.length - 1] ?? 0;
  if (bytes.every((byte) => byte === 0)) return ['may not be unspecified'];
  const loopback = family === 'IPv4' ? first === 127 : last === 1 && bytes.slice(0, -1).every((byte) => byte === 0);
  if (loopback) return ['may not be in the loopback range (127.0.0.0/8, ::1/128)'];
  const linkLocal = family === 'IPv4' ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
  if (linkLocal) return ['may not be in the link-local range (169.254.0.0/16, fe80::/10)'];
  const multicast =
    family === 'IPv4' ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2;
  return multicast ? ['may not be in the link-local multicast range (224.0.0.0/24, ff02::/16)'] : [];
}

/** A range of addresses. */
export interface CIDR {
  readonly ip: IP;
  /** How many leading bits are fixed. */
  readonly length: number;
  /** What the strict form holds against the spelling. */
  readonly flaw?: string;
}

/** Reads a range in the loose form, `10.9.8.0/24`; undefined when it is none. */
export function parseCIDR(text: string): CIDR | undefined {
  const [address = '', prefix = '', ...more] = text.split('/', 3);
  const ip = parseIP(address);
  if (ip === undefined || more.length > 0 || !/^\d+$/.test(prefix)) return undefined;
  const length = Number(prefix);
  const mapped = ip.family === 'IPv4' && address.includes(':');
  const bits = mapped ? 128 : ip.bytes.length * 8;
  if (length > bits) return undefined;
  return { ip, length, ...flawOf(ip, mapped ? length - 96 : length, prefix) };
}

function flawOf(ip: IP, length: number, prefix: string): { flaw?: string } {
  if (ip.flaw?.includes('mapped')) return { flaw: 'must not have an IPv4-mapped IPv6 address' };
  if (ip.flaw || (prefix.length > 1 && prefix.startsWith('0')))
    return { flaw: 'must not have leading zeros in the address or the prefix length' };
  const beyond = ip.bytes.some((byte, index) => (byte & (0xff >> Math.min(8, Math.max(0, length - index * 8)))) !== 0);
  return beyond ? { flaw: 'must not have bits set beyond the prefix length' } : {};
}

/** The reasons why a text is no range in a field that was always read loosely. Follows IsValidCIDRForLegacyField. */
export function legacyCIDR(text: string, minor: number): string[] {
  const cidr = parseCIDR(text);
  if (cidr === undefined) return ['must be a valid CIDR value, such as 10.9.8.0/24 or 2001:db8::/64'];
  return cidr.flaw && minor >= STRICT_IP_SINCE ? [cidr.flaw] : [];
}

/** The reasons why a text is no range in canonical spelling. Follows IsValidCIDR. */
export function canonicalCIDR(text: string): string[] {
  const cidr = parseCIDR(text);
  if (cidr === undefined) return ['must be a valid CIDR value, such as 10.9.8.0/24 or 2001:db8::/64'];
  if (cidr.flaw) return [cidr.flaw];
  const canonical = `${formatIP(cidr.ip)}/${cidr.length}`;
  return canonical === text ? [] : [`must be in canonical form: ${canonical}`];
}

/** Whether a range lies inside another one and is smaller. Follows kubernetes pkg/apis/networking/validation ValidateIPBlock. */
export function isWithin(inner: CIDR, outer: CIDR): boolean {
  if (inner.ip.family !== outer.ip.family || inner.length <= outer.length) return false;
  const bits = outer.ip.bytes.length * 8;
  const fixed = outer.length > bits ? outer.length - MAPPED_BITS : outer.length;
  return outer.ip.bytes.every((byte, index) => {
    const free = 0xff >> Math.min(8, Math.max(0, fixed - index * 8));
    return (byte | free) === ((inner.ip.bytes[index] ?? 0) | free);
  });
}

/** How many bits an IPv4 address has before it as an IPv4-mapped IPv6 address. */
const MAPPED_BITS = 96;
