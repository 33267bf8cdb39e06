import type { Report } from './report';

/** A way of printing findings. */
export interface ReportFormat {
  /** Whether programs read it, so that it belongs on standard output. */
  readonly machine: boolean;
  readonly render: (report: Report) => string;
}

/** The report formats by the names that `--format` takes; each is loaded when it is used. */
export const formats: Readonly<Record<string, ReportFormat>> = {
  text: { machine: false, render: (report) => (require('./text') as typeof import('./text')).reportTextOf(report) },
  json: { machine: true, render: (report) => (require('./json') as typeof import('./json')).reportJson(report) },
  sarif: { machine: true, render: (report) => (require('./sarif') as typeof import('./sarif')).reportSarif(report) },
  junit: { machine: true, render: (report) => (require('./junit') as typeof import('./junit')).reportJunit(report) },
  github: {
    machine: true,
    render: (report) => (require('./github') as typeof import('./github')).reportGithub(report),
  },
};
