import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggest } from '../kubernetes/suggest';
import type { AdviceSettings, Grade } from '../validation/advice/choose-rules';
import type { Profile } from '../validation/advice-rule';
import { isEnvironmentName } from './environment';
import { SynthesisError } from './synthesis-error';

/** What `cdk8s.yaml` says, as far as podwright reads it. */
export interface Config {
  /** The script that builds the app, or the command that runs it: `main.ts`, `npx tsx main.ts`. */
  readonly app?: string;
  /** The output folder. Default: `dist`. */
  readonly output?: string;
  /** The Kubernetes versions to validate for: `1.36`, `1.28..1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
  /** The environments that the app is synthesized for. Default: those that it has values for. */
  readonly environments?: readonly string[];
  /** Whether a `HEALING.md` beside the manifests says how each workload heals. Default: false. */
  readonly healing?: boolean;
  /** The advice that is given: one profile, or several. Default: `recommended`. */
  readonly profile?: AdviceSettings['profile'];
  /** How much single rules weigh: `no-latest-tag: off`. */
  readonly rules?: AdviceSettings['rules'];
}

/** Fields of cdk8s-cli's own that mean nothing here. */
const FOREIGN = [
  'language',
  'imports',
  'importDirectory',
  'pluginsDirectory',
  'validations',
  'synthConfig',
  'copyrightHeader',
];
const TEXTS = ['app', 'output', 'kubeVersion'] as const;
const OWN: readonly string[] = [...TEXTS, 'environments', 'healing', 'profile', 'rules'];

/**
 * Reads `cdk8s.yaml` in a folder; an absent file is an empty one.
 *
 * @throws SynthesisError `ERR_CONFIG` when it cannot be read or a field has the wrong type or is misspelt.
 */
export function readConfig(folder: string): Config {
  const file = join(folder, 'cdk8s.yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SynthesisError('ERR_CONFIG', `cannot read cdk8s.yaml: ${(error as Error).message}`, { cause: error });
  }
  return checkConfig(simpleFields(text) ?? parseYaml(text));
}

/** The fields of a file that holds nothing but `name: plain value` lines; undefined when it needs a YAML parser. */
function simpleFields(text: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const match = /^([a-zA-Z]+): ([A-Za-z./][A-Za-z0-9./ _-]*)$/.exec(line);
    if (!match?.[1] || !match[2] || /^(true|false)$/.test(match[2].trim())) return undefined;
    fields[match[1]] = match[2].trimEnd();
  }
  return fields;
}

function parseYaml(text: string): unknown {
  const { parse } = require('yaml') as typeof import('yaml');
  try {
    return parse(text) ?? {};
  } catch (error) {
    throw new SynthesisError('ERR_CONFIG', `cdk8s.yaml is not YAML: ${(error as Error).message}`, { cause: error });
  }
}

function checkConfig(value: unknown): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SynthesisError('ERR_CONFIG', 'cdk8s.yaml must hold fields such as `app: main.ts`.');
  const config: Record<string, string | string[] | boolean | object> = {};
  for (const [name, field] of Object.entries(value)) {
    if (name === 'environments') config[name] = environmentNames(field);
    else if (name === 'healing') config[name] = trueOrFalse(name, field);
    else if (name === 'profile') config[name] = profiles(field);
    else if (name === 'rules') config[name] = grades(field);
    else if ((TEXTS as readonly string[]).includes(name)) {
      if (typeof field !== 'string' && typeof field !== 'number')
        throw new SynthesisError('ERR_CONFIG', `cdk8s.yaml: ${name} must be a text.`);
      config[name] = String(field);
    } else if (!FOREIGN.includes(name)) {
      const meant = suggest(name, OWN);
      if (meant) throw new SynthesisError('ERR_CONFIG', `cdk8s.yaml: ${name} is not known; did you mean ${meant}?`);
    }
  }
  return config;
}

function trueOrFalse(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new SynthesisError('ERR_CONFIG', `cdk8s.yaml: ${name} must be true or false.`);
}

/** Whether there are such profiles and rules is for whoever looks for them to say. */
function profiles(value: unknown): Profile[] {
  const names = typeof value === 'string' ? value.split(/\s*,\s*/) : value;
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names as Profile[];
  throw new SynthesisError('ERR_CONFIG', 'cdk8s.yaml: profile must be a name such as restricted, or a list of names.');
}

function grades(value: unknown): Record<string, Grade> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // YAML 1.1 reads a plain off as false; nobody else means anything by it here.
    const entries = Object.entries(value).map(([id, grade]) => [id, grade === false ? 'off' : grade]);
    if (entries.every(([, grade]) => typeof grade === 'string')) return Object.fromEntries(entries);
  }
  throw new SynthesisError('ERR_CONFIG', 'cdk8s.yaml: rules must give rules their grade, as in `no-latest-tag: off`.');
}

function environmentNames(value: unknown): string[] {
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every(isEnvironmentName)
  )
    return value;
  throw new SynthesisError(
    'ERR_CONFIG',
    'cdk8s.yaml: environments must be a list of different names of folders, such as [staging, production].',
  );
}
