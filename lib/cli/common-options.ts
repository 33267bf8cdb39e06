import { minorsOf } from '../kubernetes/version';
import { formats, type ReportFormat } from '../report/formats';
import type { AdviceSettings } from '../validation/advice/choose-rules';
import { DEFAULT_PROFILE, PROFILES, type Profile } from '../validation/advice-rule';
import type { Diagnostic } from '../validation/diagnostic';
import type { Supervision } from '../validation/validation';
import { UsageError } from './command';
import type { Io } from './io';

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

/** Options of the commands that give advice. */
export const adviceOptions = {
  profile: {
    type: 'string',
    value: 'PROFILES',
    summary: `the advice that is given: ${PROFILES.join(', ')}, or several, as in recommended,restricted (default recommended)`,
  },
  'max-warnings': {
    type: 'string',
    value: 'N',
    summary: 'exit 1 when there are more than N warnings (default: any number)',
  },
} as const;

/** How many findings of one piece of advice people are told one by one. */
const ADVICE_LIMIT = 3;

/**
 * The advice that the options, or in their place `cdk8s.yaml`, ask for.
 *
 * @param format Programs get all of it.
 */
export function adviceOf(
  options: { readonly profile?: string },
  config: AdviceSettings,
  format: Pick<ReportFormat, 'machine'>,
): AdviceSettings & Supervision {
  const profile = (options.profile?.split(/\s*,\s*/) as Profile[] | undefined) ?? config.profile ?? DEFAULT_PROFILE;
  const { rules } = config;
  return { profile, ...(rules && { rules }), ...(!format.machine && { adviceLimit: ADVICE_LIMIT }) };
}

/**
 * Whether there are more warnings than `--max-warnings` allows, in any version; then it says so.
 *
 * @throws UsageError when it is not a number.
 */
export function hasTooManyWarnings(
  allowed: string | undefined,
  diagnostics: ReadonlyMap<string, readonly Diagnostic[]>,
  io: Io,
): boolean {
  if (allowed === undefined) return false;
  if (!/^\d{1,9}$/.test(allowed)) throw new UsageError(`--max-warnings ${allowed} is not a number of warnings.`);
  const most = Math.max(0, ...[...diagnostics.values()].map(warningsIn));
  if (most <= Number(allowed)) return false;
  io.err(`${most} warnings are more than the ${allowed} of --max-warnings\n`);
  return true;
}

function warningsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.reduce((sum, { severity, count = 1 }) => sum + (severity === 'warning' ? count : 0), 0);
}

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
