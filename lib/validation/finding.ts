import type { FieldPath } from './field-path';

/** The API server's own word for why a value is refused; `Malformed`, `UnknownField` and `UnknownKind` where it has none. */
export type Reason =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueDuplicate'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueNotFound'
  | 'FieldValueTypeInvalid'
  | 'Malformed'
  | 'UnknownField'
  | 'UnknownKind'
  | 'NotChecked'
  | 'Advice';

/** What a rule found: where, why and which value. The rule's name, fix and versions are added by whoever runs the rule. */
export interface Finding {
  readonly reason: Reason;
  /** The field that the API server names. */
  readonly field: FieldPath;
  /** The value's true place, where the server's field leaves out an index or names another field. */
  readonly place?: FieldPath;
  readonly value?: unknown;
  readonly detail?: string;
  /** What to write instead, when this finding knows better than its rule's general remedy. */
  readonly fix?: string;
  /** The other object that the finding speaks of: its place among the validated objects. */
  readonly other?: number;
  /** What to write, where advice knows it exactly; a function where it takes time to say. */
  readonly change?: Change | (() => Change);
  /** The same for a program to do, where nothing but the intention of the advice can follow from it. */
  readonly edit?: Edit | readonly Edit[];
}

/** What to write, in the two languages in which an object is written; each a fragment with its field names. */
export interface Change {
  readonly typescript: string;
  readonly yaml: string;
}

/** A change of an object as it was given: the value to set at a path, or to remove. */
export interface Edit {
  readonly path: readonly (string | number)[];
  /** Undefined removes what is there. */
  readonly value: unknown;
}

type Extra = Pick<Finding, 'place' | 'fix'>;

/** A value that must be given is absent. */
export function required(field: FieldPath, detail = '', extra?: Extra): Finding {
  return { reason: 'FieldValueRequired', field, detail, ...extra };
}

/** A value breaks a rule, which `detail` states: `must be 1`. */
export function invalid(field: FieldPath, value: unknown, detail: string, extra?: Extra): Finding {
  return { reason: 'FieldValueInvalid', field, value: value ?? '', detail, ...extra };
}

/** A value is not one of the few that are allowed. */
export function notSupported(field: FieldPath, value: unknown, supported: readonly string[], extra?: Extra): Finding {
  const list = supported.map((word) => `"${word}"`).join(', ');
  return { reason: 'FieldValueNotSupported', field, value: value ?? '', detail: `supported values: ${list}`, ...extra };
}

/** A field may not be set here. */
export function forbidden(field: FieldPath, detail: string, extra?: Extra): Finding {
  return { reason: 'FieldValueForbidden', field, detail, ...extra };
}

/** A value that must be unique stands twice. */
export function duplicate(field: FieldPath, value: unknown, extra?: Extra): Finding {
  return { reason: 'FieldValueDuplicate', field, value: value ?? '', ...extra };
}

/** A value refers to something that is not there. */
export function notFound(field: FieldPath, value: unknown, extra?: Extra): Finding {
  return { reason: 'FieldValueNotFound', field, value: value ?? '', ...extra };
}

/** A text holds more than `limit` bytes; the value is left out of the message. */
export function tooLong(field: FieldPath, limit: number, extra?: Extra): Finding {
  return { reason: 'FieldValueTooLong', field, detail: `may not be more than ${limit} bytes`, ...extra };
}

/** A list or map holds more than `limit` entries. */
export function tooMany(field: FieldPath, actual: number, limit: number, extra?: Extra): Finding {
  return { reason: 'FieldValueTooMany', field, value: actual, detail: `must have at most ${limit} items`, ...extra };
}

/** A value has the wrong JSON type where the server decodes loosely and complains later. */
export function typeInvalid(field: FieldPath, value: unknown, detail: string, extra?: Extra): Finding {
  return { reason: 'FieldValueTypeInvalid', field, value: value ?? '', detail, ...extra };
}

/**
 * The server accepts it, and a reviewer would not: `detail` says what follows from it, with the number that was
 * computed.
 */
export function advice(
  field: FieldPath,
  detail: string,
  extra: Pick<Finding, 'place' | 'fix' | 'other' | 'change' | 'edit' | 'value'> = {},
): Finding {
  return { reason: 'Advice', field, detail, ...extra };
}

const WORDS: Partial<Record<Reason, string>> = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueForbidden: 'Forbidden',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueNotFound: 'Not found',
  FieldValueTypeInvalid: 'Invalid value',
};

/**
 * The sentence for a finding in the API server's words: `Invalid value: 2: must be 1`.
 *
 * @param hideValue leaves the value out, where it may be secret.
 */
export function messageOf(finding: Finding, hideValue = false): string {
  const parts = [WORDS[finding.reason] ?? ''];
  if (finding.value !== undefined) parts.push(hideValue ? '<hidden>' : shorten(textOf(finding.value)));
  if (finding.detail) parts.push(finding.detail);
  return parts.filter((part) => part !== '').join(': ');
}

const LONGEST_VALUE = 200;

/** A value as JSON; of a long text or list no more than is shown, as many findings may show the same one. */
function textOf(value: unknown): string {
  const shown = typeof value === 'string' || Array.isArray(value) ? value.slice(0, LONGEST_VALUE + 1) : value;
  return JSON.stringify(shown) ?? '';
}

function shorten(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
