import { type ComparisonFormat, comparisonFormats } from '../comparison/reports/formats';
import { UsageError } from './command';
import { commonOptions } from './common-options';

/** Options of the commands that compare manifests. */
export const comparisonOptions = {
  'kube-version': {
    ...commonOptions['kube-version'],
    summary: 'the Kubernetes version whose defaults and update rules count (default 1.36)',
  },
  format: {
    ...commonOptions.format,
    summary: `report format: ${Object.keys(comparisonFormats).join(', ')} (default text)`,
  },
} as const;

/**
 * The format of a comparison that `--format` names.
 *
 * @throws UsageError when there is no such format, or it is one of findings only.
 */
export function comparisonFormatOf(name = 'text'): ComparisonFormat {
  const format = comparisonFormats[name];
  if (format) return format;
  const known = Object.keys(comparisonFormats).join(', ');
  throw new UsageError(`--format ${name} is not known for differences; give one of ${known}.`);
}
