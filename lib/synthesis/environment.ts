import { suggest } from '../kubernetes/suggest';
import { SynthesisError } from './synthesis-error';

/** The variable of the process that names the environment which an app is synthesized for. */
export const ENVIRONMENT_VARIABLE = 'PODWRIGHT_ENV';

type ValueName<Environments> = { [Name in keyof Environments]: keyof Environments[Name] }[keyof Environments];

/** What an environment must have: every value that another one has. */
type Complete<Environments> = {
  readonly [Name in keyof Environments]: { readonly [Value in ValueName<Environments>]: unknown };
};

type ValueOf<Values, Name extends PropertyKey> = Values extends { readonly [N in Name]: infer Value } ? Value : never;

/** The values of one of several environments, whichever it is. */
export type EnvironmentValues<Environments> = {
  readonly [Name in ValueName<Environments>]: ValueOf<Environments[keyof Environments], Name>;
};

/**
 * The values of the environment that the app is synthesized for.
 *
 * `podwright synth` runs the app once for each environment, `--env staging` for one of them; a plain run of the script
 * needs the variable `PODWRIGHT_ENV`.
 *
 * @param environments The values of each environment by name; the compiler refuses one that lacks a value of another.
 * @throws SynthesisError `ERR_ENVIRONMENT` when no environment is chosen, or one that has no values here.
 */
export function environment<const Environments extends Readonly<Record<string, object>>>(
  environments: Environments & Complete<Environments>,
): EnvironmentValues<Environments>;
export function environment(environments: Readonly<Record<string, object>>): object {
  const names = Object.keys(environments);
  const first = announce(names);
  const chosen = process.env[ENVIRONMENT_VARIABLE] || first;
  if (!chosen)
    throw new SynthesisError(
      'ERR_ENVIRONMENT',
      `choose an environment, ${names.join(', ')}: run \`podwright synth --env ${names[0]}\`, or set ${ENVIRONMENT_VARIABLE}=${names[0]}.`,
    );
  const values = Object.hasOwn(environments, chosen) ? environments[chosen] : undefined;
  if (!values) throw unknownEnvironment(chosen, names);
  return values;
}

/** The error for an environment that is not among those that there are. */
export function unknownEnvironment(name: string, names: readonly string[]): SynthesisError {
  const meant = suggest(name, names);
  const known = meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}.`;
  const none = 'the app has none; give it some with environment() or in cdk8s.yaml.';
  return new SynthesisError('ERR_ENVIRONMENT', `environment ${name} is not known; ${names.length > 0 ? known : none}`);
}

/** Whether an environment may have a name, which is that of a folder. */
export function isEnvironmentName(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}

/**
 * The folder of an environment in the output folder: `staging/`, or empty without one.
 *
 * @throws SynthesisError `ERR_ENVIRONMENT` when the name is not that of a folder.
 */
export function environmentFolder(name: string | undefined): string {
  if (!name) return '';
  if (isEnvironmentName(name)) return `${name}/`;
  throw new SynthesisError('ERR_ENVIRONMENT', `'${name}' is no name for the folder of an environment.`);
}

/** What an app tells of its environments while it runs; where none is chosen, it runs for the first one. */
export interface EnvironmentDiscovery {
  /** All names that it has values for. */
  readonly names: Set<string>;
}

const DISCOVERY = Symbol.for('podwright.environmentDiscovery');
const registry = globalThis as { [DISCOVERY]?: EnvironmentDiscovery | undefined };

/** Sets or, with undefined, removes what is told of environments by every copy of this library in the process. */
export function setEnvironmentDiscovery(discovery: EnvironmentDiscovery | undefined): void {
  registry[DISCOVERY] = discovery;
}

/** Tells which environments there are, and gives the first one that was told of; undefined where nobody asks. */
function announce(names: readonly string[]): string | undefined {
  const discovery = registry[DISCOVERY];
  for (const name of names) discovery?.names.add(name);
  return discovery?.names.values().next().value;
}
