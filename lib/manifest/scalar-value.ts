import { isScalar, Scalar } from 'yaml';
import { isBase64 } from '../kubernetes/base64';
import { keyText } from './key-text';
import { resolveScalar } from './resolve-scalar';

const TAG_PREFIX = 'tag:yaml.org,2002:';

/**
 * The value of a scalar: what `resolveScalar` makes of a plain one, text when it is quoted or has a tag of its own. Undefined
 * when the value does not fit its explicit tag, such as `!!int`. Follows `resolve` of goyaml.v2/resolve.go.
 */
export function scalarValue(scalar: Scalar): string | number | boolean | null | undefined {
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  if (scalar.tag === undefined) {
    return isPlain(scalar) ? resolveScalar(text) : text;
  }
  if (!scalar.tag.startsWith(TAG_PREFIX)) return text;
  const resolved = resolveScalar(text);
  switch (scalar.tag.slice(TAG_PREFIX.length)) {
    case 'binary':
      return isBase64(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined;
    case 'bool':
      return typeof resolved === 'boolean' ? resolved : undefined;
    case 'float':
      return typeof resolved === 'number' ? resolved : undefined;
    case 'int':
      return typeof resolved === 'number' && !/[.eE]/.test(text.replace(/^[-+]?0[xX].*/, '')) ? resolved : undefined;
    case 'null':
      return resolved === null ? null : undefined;
    default:
      return text;
  }
}

/** `!!int` for the full name of that tag. */
export function shortTag(tag: string | undefined): string {
  return `!!${(tag ?? '').slice(TAG_PREFIX.length)}`;
}

/** The JSON name of a mapping key, or undefined when the key is null, a list or a mapping, which JSON cannot name. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (isPlain(key)) return keyText(typeof key.value === 'string' ? key.value : '');
  const value = scalarValue(key);
  return value === null || value === undefined ? undefined : String(value);
}

/** Whether a key is the merge key `<<`, unquoted or marked as `!!merge`. Follows `isMerge` of goyaml.v2/decode.go. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || key.value !== '<<') return false;
  return key.tag === undefined ? key.type === Scalar.PLAIN : key.tag === `${TAG_PREFIX}merge`;
}

/** Whether a scalar is written without quotes and without a tag. */
function isPlain({ tag, type }: Scalar): boolean {
  return tag === undefined && (type === undefined || type === Scalar.PLAIN);
}
