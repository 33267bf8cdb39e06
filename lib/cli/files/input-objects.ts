import { existsSync, readFileSync } from 'node:fs';
import { readManifests } from '../../manifest/read-manifests';
import type { SynthesizedObject } from '../../synthesis/synthesis-part';
import { UsageError } from '../command';
import type { Io } from '../io';
import { synthesizeTarget, targetOf } from '../synthesis-options';
import { findFiles } from './find-files';

/** The objects that a command is about. */
export interface InputObjects {
  readonly objects: readonly SynthesizedObject[];
  /** The one among them that is meant: `Deployment/web`, as it was written. */
  readonly reference?: string;
}

/** What tells which app is meant. */
interface AppOptions {
  readonly app?: string;
  readonly env?: string;
}

const STDIN = '-';
const GLOB = /[*?[\]{}]/;

/**
 * The objects of the files that operands name, or of the app when they name none. The last operand may name one object.
 *
 * @throws UsageError when a file cannot be found or read.
 */
export async function inputObjects(operands: readonly string[], options: AppOptions, io: Io): Promise<InputObjects> {
  const last = operands.at(-1);
  const isReference = last !== undefined && last !== STDIN && !existsSync(last) && !GLOB.test(last);
  const files = findFiles(isReference ? operands.slice(0, -1) : operands);
  const objects = files.length > 0 ? files.flatMap((file) => objectsIn(file, io)) : await appObjects(options);
  return { objects, ...(isReference && { reference: last }) };
}

function objectsIn(file: string, io: Io): SynthesizedObject[] {
  const { documents, problems } = readManifests(file === STDIN ? io.stdin() : readFileSync(file), { file });
  const [problem] = problems;
  if (problem) throw new UsageError(`${file}:${problem.line}: ${problem.message}`);
  return documents.map(({ object }) => ({ json: object, derived: [] }));
}

async function appObjects({ app, env }: AppOptions): Promise<SynthesizedObject[]> {
  const options = { ...(app !== undefined && { app }), ...(env !== undefined && { env }) };
  return (await synthesizeTarget(targetOf(options), options)).objects();
}
