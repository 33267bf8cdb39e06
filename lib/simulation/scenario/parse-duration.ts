import { ScenarioError } from './scenario-error';

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
/** A day; who looks at more has mistyped a unit. */
const LONGEST = 86_400;

/**
 * The seconds of a duration: `90`, `90s`, `1m30s`, `2h`.
 *
 * @throws ScenarioError when it is none, or longer than a day.
 */
export function parseDuration(text: string): number {
  const parts = /^\d+(\.\d+)?$/.test(text) ? [`${text}s`] : (text.match(/\d+(?:\.\d+)?(?:ms|[smh])/g) ?? []);
  if (parts.length === 0 || (parts.join('') !== text && parts.join('') !== `${text}s`)) {
    throw new ScenarioError(`'${text}' is not a duration such as 40s or 1m30s.`);
  }
  const seconds = parts.reduce((sum, part) => {
    const [, number = '', unit = ''] = /^([\d.]+)(\D+)$/.exec(part) ?? [];
    return sum + Number(number) * (UNITS[unit] ?? 0);
  }, 0);
  if (seconds > LONGEST) throw new ScenarioError(`'${text}' is longer than a day.`);
  return seconds;
}

/** Seconds as people write durations: 0.5s, 40s, 1m30s, 2h. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10}s`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return `${hours ? `${hours}h` : ''}${minutes ? `${minutes}m` : ''}${rest ? `${rest}s` : ''}`;
}
