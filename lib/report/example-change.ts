import type { AdviceRule } from '../validation/advice-rule';
import type { Diagnostic } from '../validation/diagnostic';
import { validate } from '../validation/validate';

/** What advice says of its own bad example. */
export function exampleChange({ id, example, until }: AdviceRule): Pick<Diagnostic, 'message' | 'change'> {
  const { parseAllDocuments } = require('yaml') as typeof import('yaml');
  const objects = parseAllDocuments(example.bad).map((document) => document.toJS() as unknown);
  const version = until === undefined ? {} : { kubeVersion: `1.${until}` };
  const options = { ...version, oneApp: true, profile: 'none', rules: { [id]: 'warning' } } as const;
  const found = validate(objects, options).find(({ rule }) => rule === id);
  return { message: found?.message ?? '', ...(found?.change && { change: found.change }) };
}
