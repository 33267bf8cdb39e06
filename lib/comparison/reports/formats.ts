import type { ComparisonReport } from './comparison-report';

/** A way of printing a comparison. */
export interface ComparisonFormat {
  /** Whether programs read it, so that it belongs on standard output. */
  readonly machine: boolean;
  /** The format of the findings that are printed beside it; absent when it holds them itself. */
  readonly findings?: 'text' | 'github';
  /** @param diagnostics The findings, for a format that holds them. */
  readonly render: (report: ComparisonReport, diagnostics?: unknown) => string;
}

/** The formats of comparisons by the names that `--format` takes; each is loaded when it is used. */
export const comparisonFormats: Readonly<Record<string, ComparisonFormat>> = {
  text: {
    machine: false,
    findings: 'text',
    render: (report) => (require('./text') as typeof import('./text')).comparisonText(report),
  },
  json: {
    machine: true,
    render: (report, diagnostics) => (require('./json') as typeof import('./json')).comparisonJson(report, diagnostics),
  },
  github: {
    machine: true,
    findings: 'github',
    render: (report) => (require('./github') as typeof import('./github')).comparisonGithub(report),
  },
  markdown: {
    machine: true,
    findings: 'text',
    render: (report) => (require('./markdown') as typeof import('./markdown')).comparisonMarkdown(report),
  },
};
