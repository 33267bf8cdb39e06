import type { DerivedField } from '../constructs/derived-field';
import type { AdviceSettings } from '../validation/advice/choose-rules';
import type { Diagnostic } from '../validation/diagnostic';
import type { Supervision } from '../validation/validation';
import type { Shard } from './shard';

/** A synthesized file: where it goes and what it holds. */
export interface SynthesizedFile {
  /** Relative to the output folder; begins with the name of the environment where the app has environments. */
  readonly path: string;
  readonly content: string;
}

/** An object that was synthesized, and what of it nobody wrote. */
export interface SynthesizedObject {
  readonly json: Readonly<Record<string, unknown>>;
  readonly derived: readonly DerivedField[];
}

/** What an app gives for one environment, or without any. */
export interface SynthesisPart {
  readonly files: readonly SynthesizedFile[];
  /** The paths of all its files, also those of other shards. */
  readonly paths: readonly string[];
  /** The environments that the app has values for. */
  readonly environments: readonly string[];
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** How many objects the diagnostics number. */
  readonly objectCount: number;
  stream(): string;
  /** The objects of `files`, in the order in which they are to be applied. */
  objects(): SynthesizedObject[];
}

/** What to synthesize for, and how to check it. */
export interface PartOptions {
  /** The advice that is given. Default: none. */
  readonly advice?: AdviceSettings & Pick<Supervision, 'adviceLimit'>;
  readonly outdir: string;
  readonly environment?: string | undefined;
  readonly kubeVersions?: readonly string[];
  readonly shard?: Shard;
  /** Whether apps that do not say otherwise get a `HEALING.md`. Default: false. */
  readonly healing?: boolean;
}
