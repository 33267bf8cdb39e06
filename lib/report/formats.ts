import { reportGithub } from './github';
import { reportJson } from './json';
import { reportJunit } from './junit';
import type { Report } from './report';
import { reportSarif } from './sarif';
import { reportTextOf } from './text';

/** A way of printing findings. */
export interface ReportFormat {
  /** Whether programs read it, so that it belongs on standard output. */
  readonly machine: boolean;
  readonly render: (report: Report) => string;
}

/** The report formats by the names that `--format` takes. */
export const formats: Readonly<Record<string, ReportFormat>> = {
  text: { machine: false, render: reportTextOf },
  json: { machine: true, render: reportJson },
  sarif: { machine: true, render: reportSarif },
  junit: { machine: true, render: reportJunit },
  github: { machine: true, render: reportGithub },
};
