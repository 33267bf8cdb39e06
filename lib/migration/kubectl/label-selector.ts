import type { PlainObject } from '../plain-object';
import { wrong } from './flags';

const SET = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUAL = /^([^=!\s]+)\s*==?\s*([^=\s]*)$/;
const EXISTS = /^(!?)\s*([^=!\s()]+)$/;

/**
 * The selector that a text means: `app=web,tier in (a, b),!canary`.
 *
 * Follows apimachinery pkg/apis/meta/v1/helpers.go `ParseToLabelSelector`.
 */
export function labelSelectorOf(command: string, flag: string, text: string): PlainObject {
  const matchLabels: Record<string, string> = {};
  const matchExpressions: PlainObject[] = [];
  // At commas that stand in no brackets.
  for (const part of text.split(/,(?![^(]*\))/)) {
    const requirement = part.trim();
    const set = SET.exec(requirement);
    const equal = EQUAL.exec(requirement);
    const exists = EXISTS.exec(requirement);
    if (set) {
      const [, key, operator, values = ''] = set;
      const sorted = values
        .split(',')
        .map((value) => value.trim())
        .sort();
      matchExpressions.push({ key, operator: operator === 'in' ? 'In' : 'NotIn', values: sorted });
    } else if (equal) {
      const [, key = '', value = ''] = equal;
      matchLabels[key] = value;
    } else if (exists) {
      matchExpressions.push({ key: exists[2], operator: exists[1] === '!' ? 'DoesNotExist' : 'Exists' });
    } else throw wrong(command, `--${flag}: '${requirement}' is no label selector; write it as app=web.`);
  }
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions: matchExpressions.sort(byKey) }),
  };
}

function byKey({ key: one }: PlainObject, { key: other }: PlainObject): number {
  return String(one) < String(other) ? -1 : 1;
}
