import { join } from 'node:path';
import ts from 'typescript';

/** A problem that the compiler reports, at the text it points to. */
export interface Problem {
  /** The first line of the message. */
  readonly message: string;
  /** The further lines, which explain the first. */
  readonly details: readonly string[];
  /** The source text from the reported position to the end of the word. */
  readonly at: string;
  /** The position in the snippet. */
  readonly position: number;
}

const ROOT = join(__dirname, '..', '..');

const PRELUDE = `
import { Chart } from '../../lib/constructs/chart';
import type { Container } from '../../lib/constructs/container';
import { CronJob } from '../../lib/constructs/cron-job';
import { DaemonSet } from '../../lib/constructs/daemon-set';
import { Deployment } from '../../lib/constructs/deployment';
import { Job } from '../../lib/constructs/job';
import { Pod } from '../../lib/constructs/pod';
import { probesFor } from '../../lib/constructs/probes-for';
import { ReplicaSet } from '../../lib/constructs/replica-set';
import { Service } from '../../lib/constructs/service';
import { StatefulSet } from '../../lib/constructs/stateful-set';
export const used = [Chart, CronJob, DaemonSet, Deployment, Job, Pod, probesFor, ReplicaSet, Service, StatefulSet];
declare const chart: Chart;
declare const text: string;
declare const image: string;
export type Used = Container;
`;

/** What the compiler says about each snippet after `prelude`; all are checked in one program. */
export function compile(snippets: readonly string[], prelude = PRELUDE): Problem[][] {
  const sources = new Map(
    snippets.map((snippet, index) => [join(__dirname, `snippet-${index}.ts`), prelude + snippet]),
  );
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => sources.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => sources.has(file) || fileExists.call(host, file);
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].map((file) => problemsOf(program, file, prelude.length));
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  return { ...options, noUnusedLocals: false };
}

function problemsOf(program: ts.Program, file: string, offset: number): Problem[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not part of the program`);
  return ts.getPreEmitDiagnostics(program, source).map((diagnostic) => {
    const start = diagnostic.start ?? 0;
    const [message = '', ...details] = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split('\n');
    const end = start + (diagnostic.length ?? 0);
    return {
      message,
      details: details.map((line) => line.trim()),
      at: source.text.slice(start, end),
      position: start - offset,
    };
  });
}
