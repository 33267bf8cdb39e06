import { minorsOf } from '../kubernetes/version';
import { formats, type ReportFormat } from '../report/formats';
import { UsageError } from './command';

/** Options that every command which validates has. */
export const commonOptions = {
  'kube-version': {
    type: 'string',
    value: 'VERSIONS',
    summary: 'Kubernetes versions: 1.36, 1.28,1.36 or 1.28..1.36 (default 1.36)',
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: `report format: ${Object.keys(formats).join(', ')} (default text)`,
  },
} as const;

/**
 * The report format that `--format` names.
 *
 * @throws UsageError when there is no such format.
 */
export function formatOf(name = 'text'): ReportFormat {
  const format = formats[name];
  if (!format) throw new UsageError(`--format ${name} is not known; give one of ${Object.keys(formats).join(', ')}.`);
  return format;
}

/** The Kubernetes versions that `--kube-version` names, as `1.NN`; none where it is absent. */
export function kubeVersionsOf(text: string | undefined): string[] {
  return text === undefined ? [] : minorsOf(text).map((minor) => `1.${minor}`);
}
