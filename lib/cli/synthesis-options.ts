import { join } from 'node:path';
import type { ReportFormat } from '../report/formats';
import { type Report, type SourceText, textsOf } from '../report/report';
import { readConfig } from '../synthesis/config';
import type { Shard } from '../synthesis/shard';
import { type Synthesis, synthesize } from '../synthesis/synthesize';
import { adviceOf, commonOptions, kubeVersionsOf } from './common-options';
import type { Io } from './io';

/** Options of the commands that synthesize the app. */
export const synthesisOptions = {
  app: {
    type: 'string',
    short: 'a',
    value: 'APP',
    summary: "the app's script or command (default: cdk8s.yaml, then main.ts)",
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FOLDER',
    summary: 'the output folder (default: cdk8s.yaml, then dist)',
  },
  env: { type: 'string', value: 'NAME', summary: 'the only environment to synthesize for (default: all)' },
  'kube-version': commonOptions['kube-version'],
} as const;

/** What the options, or in their place `cdk8s.yaml` in the working directory, say. */
export interface Target {
  /** The script or command of the app. */
  readonly app: string;
  readonly outdir: string;
}

type Options = { readonly [Name in keyof typeof synthesisOptions | 'profile']?: string };

/** The app and the output folder that a command is about. */
export function targetOf(options: Options): Target {
  const config = readConfig(process.cwd());
  return { app: options.app ?? config.app ?? 'main.ts', outdir: options.output ?? config.output ?? 'dist' };
}

/**
 * Synthesizes the app that the options name.
 *
 * @param format What advice is printed in; undefined for none.
 */
export function synthesizeTarget(
  { app, outdir }: Target,
  options: Options,
  format?: Pick<ReportFormat, 'machine'>,
  shard?: Shard,
): Promise<Synthesis> {
  const config = readConfig(process.cwd());
  const { environments, kubeVersion, healing } = config;
  return synthesize(app, outdir, {
    kubeVersions: kubeVersionsOf(options['kube-version'] ?? kubeVersion),
    ...(environments && { environments }),
    ...(healing !== undefined && { healing }),
    ...(options.env !== undefined && { environment: options.env }),
    ...(shard && { shard }),
    ...(format && { advice: adviceOf(options, config, format) }),
  });
}

/** The findings of a synthesis, ready for a report. */
export function reportOf(synthesis: Synthesis, outdir: string, { colour }: Io): Report {
  return { diagnostics: synthesis.diagnostics, texts: renderedTexts(synthesis, outdir), colour };
}

/** Whether the API server would refuse anything. */
export function hasErrors({ diagnostics }: Synthesis): boolean {
  return [...diagnostics.values()].flat().some(({ severity }) => severity === 'error');
}

/** Excerpts come from the files as they would be written, since on a failure they are not. */
function renderedTexts({ files }: Synthesis, outdir: string): SourceText {
  const paths = new Map(files.map((file) => [join(outdir, file.path), file]));
  return textsOf((name) => paths.get(name)?.content);
}
