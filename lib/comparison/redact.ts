import { looksSecret } from '../validation/secrecy';
import { isObject, type JsonObject } from './json';

/** Stands for a value that may be secret. */
export const HIDDEN = '<hidden>';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const SECRET_WORD = '(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credentials?)';
/** `password=x`, `"token": "x"`. */
const ASSIGNMENT = new RegExp(`${SECRET_WORD}["']?\\s*[=:]\\s*\\S`, 'i');
/** `--password`, whose value is the next argument. */
const FLAG = new RegExp(`^--?[\\w-]*${SECRET_WORD}$`, 'i');
/** `postgres://user:password@host`. */
const CREDENTIALS = /:\/\/[^\s/:@]*:[^\s@/]+@/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** `secretName`, `tokenPath`: names of fields that refer to a secret and hold none. */
const REFERENCE = /(?:name|ref|selector|path|file|type|seconds|url|namespace)$/i;

/**
 * A copy of an object in which every value that may be secret is replaced by `HIDDEN`.
 *
 * Secret are the data of a Secret; values of environment variables, ConfigMap entries and fields of custom resources
 * whose names say so; and texts that hold credentials, whatever they are called. A text of several lines loses only
 * the lines that hold them.
 *
 * @param isCustom Whether the kind is not one of Kubernetes' own.
 */
export function redact(object: JsonObject, isCustom = false): JsonObject {
  const redacted = redactFields(object, isCustom);
  if (object.kind === 'ConfigMap') return { ...redacted, data: hideNamed(redacted.data) };
  if (object.kind !== 'Secret') return redacted;
  const { data, stringData, metadata } = redacted;
  return {
    ...redacted,
    ...(data !== undefined && { data: hideAll(data) }),
    ...(stringData !== undefined && { stringData: hideAll(stringData) }),
    ...(isObject(metadata) && { metadata: hideLastApplied(metadata) }),
  };
}

function redactValue(value: unknown, isCustom: boolean): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map((item, index) => redactItem(item, value[index - 1], isCustom));
  return isObject(value) ? redactFields(value, isCustom) : value;
}

function redactFields(object: JsonObject, isCustom: boolean): JsonObject {
  const isSecretVariable = typeof object.name === 'string' && 'value' in object && looksSecret(object.name);
  const entries = Object.entries(object).map(([name, value]) => {
    if (isSecretVariable && name === 'value') return [name, HIDDEN];
    const isSecretField = isCustom && typeof value === 'string' && looksSecret(name) && !REFERENCE.test(name);
    return [name, isSecretField ? HIDDEN : redactValue(value, isCustom)];
  });
  return Object.fromEntries(entries);
}

function redactItem(item: unknown, previous: unknown, isCustom: boolean): unknown {
  const followsFlag = typeof previous === 'string' && typeof item === 'string' && FLAG.test(previous);
  return followsFlag ? HIDDEN : redactValue(item, isCustom);
}

function redactText(text: string): string {
  if (PRIVATE_KEY.test(text)) return HIDDEN;
  if (!ASSIGNMENT.test(text) && !CREDENTIALS.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (ASSIGNMENT.test(line) || CREDENTIALS.test(line) ? HIDDEN : line))
    .join('\n');
}

function hideAll(data: unknown): unknown {
  return isObject(data) ? Object.fromEntries(Object.keys(data).map((key) => [key, HIDDEN])) : HIDDEN;
}

function hideNamed(data: unknown): unknown {
  if (!isObject(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, looksSecret(key) ? HIDDEN : value]));
}

/** The annotation of `kubectl apply` repeats the whole Secret. */
function hideLastApplied(metadata: JsonObject): JsonObject {
  const { annotations } = metadata;
  if (!isObject(annotations) || !(LAST_APPLIED in annotations)) return metadata;
  return { ...metadata, annotations: { ...annotations, [LAST_APPLIED]: HIDDEN } };
}
