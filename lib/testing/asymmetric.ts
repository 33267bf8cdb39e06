import { isObject } from '../comparison/json';
import type { MatchingValue } from './part-of';

/** What Jest and Vitest make of `expect.stringMatching(...)`, as far as it is used here. */
export interface AsymmetricMatcher extends MatchingValue {
  /** How Jest and Vitest print those that say it by themselves. */
  toAsymmetricMatcher?(): string;
  /** What it was made with. */
  readonly sample?: unknown;
  toString(): string;
}

/** Whether a value stands for others. */
export function isAsymmetric(value: unknown): value is AsymmetricMatcher {
  return typeof value === 'object' && value !== null && 'asymmetricMatch' in value;
}

/** What is expected as plain data: matchers as the texts that they print themselves with. */
export function expectedData(value: unknown): unknown {
  if (isAsymmetric(value)) return value.toAsymmetricMatcher?.() ?? `${value} ${sampleText(value.sample)}`.trimEnd();
  if (Array.isArray(value)) return value.map(expectedData);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, expectedData(field)]));
}

function sampleText(sample: unknown): string {
  if (sample === undefined) return '';
  return typeof sample === 'string' || sample instanceof RegExp ? String(sample) : JSON.stringify(expectedData(sample));
}
