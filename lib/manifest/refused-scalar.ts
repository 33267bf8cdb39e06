import { Scalar } from 'yaml';
import type { Complaint } from './syntax-problem';

const IN_BRACKETS: Complaint = {
  rule: 'require-quotes',
  message: 'Inside brackets a value ends before a `?`, and cannot begin with `:`',
  fix: 'Put the value in quotes',
};

/**
 * What `kubectl` would say of a scalar that the YAML library reads, as YAML 1.2 has it; undefined when both read it.
 *
 * Follows goyaml.v2/scannerc.go yaml_parser_scan_plain_scalar and yaml_parser_fetch_next_token.
 *
 * @param source The text of the scalar, with its quotes.
 * @param isInFlow Whether it stands inside of brackets.
 */
export function refusalOf({ type }: Scalar, source: () => string, isInFlow: boolean): Complaint | undefined {
  if (type !== Scalar.PLAIN || !isInFlow) return undefined;
  const text = source();
  return text.includes('?') || text.startsWith(':') ? IN_BRACKETS : undefined;
}
