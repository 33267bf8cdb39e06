import { envVarName, relaxedEnvVarName } from '../../../kubernetes/formats';
import type { EnvVarSource } from '../../../kubernetes/generated/decoded';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

/** The first minor that takes any printable name for an environment variable. */
const RELAXED_SINCE = 32;
/** The first minor that reads a value from a file. */
const FILE_KEYS_SINCE = 35;
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const;

/** An environment variable by itself; what its source refers to has rules of its own. */
export const envVarRules = defineRules([
  {
    id: 'require-env-name',
    summary: 'Every environment variable has a name.',
    why: 'A value without a name cannot be read.',
    fix: 'Write the name of the variable.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateEnv',
    example: { bad: 'value: debug', good: 'name: LOG_LEVEL\nvalue: debug' },
    visit: {
      envVar({ name }, at, report) {
        if (!name) report(required(at.child('name')));
      },
    },
  },
  {
    id: 'valid-env-name',
    summary: 'The name of an environment variable holds printable ASCII characters other than =.',
    why: 'The name ends at the first = when a process starts; before 1.32 only letters, digits, -, _ and . are taken.',
    fix: 'Write the name with letters, digits and _, beginning with a letter.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateEnv, IsEnvVarName, IsRelaxedEnvVarName',
    example: { bad: 'name: LOG=LEVEL', good: 'name: LOG_LEVEL' },
    visit: {
      envVar({ name }, at, report, { minor }) {
        if (name) for (const reason of envNameFaults(name, minor)) report(invalid(at.child('name'), name, reason));
      },
    },
  },
  {
    id: 'valid-env-value-from',
    summary: 'valueFrom names exactly one source, and stands without a value.',
    why: 'A variable has one value, from one place.',
    fix: 'Keep value or one of the sources, and remove the rest.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateEnvVarValueFrom',
    example: {
      bad: 'name: POD\nvalue: web\nvalueFrom: { fieldRef: { fieldPath: metadata.name } }',
      good: 'name: POD\nvalueFrom: { fieldRef: { fieldPath: metadata.name } }',
    },
    visit: {
      envVar({ value, valueFrom }, at, report, { minor }) {
        if (valueFrom === undefined) return;
        const sources = countSources(valueFrom);
        if (sources === 0) {
          const known = SOURCES.filter((source) => source !== 'fileKeyRef' || minor >= FILE_KEYS_SINCE).join(', ');
          const fix = 'Write one of them, or remove valueFrom.';
          report(invalid(at.child('valueFrom'), '', `must specify one of ${known}`, { fix }));
        } else if (value) report(invalid(at.child('valueFrom'), '', 'may not be specified when value is not empty'));
        else if (sources > 1) report(invalid(at.child('valueFrom'), '', 'may not have more than one source'));
      },
    },
  },
]);

/** Why a name, or the prefix of a name, cannot be that of an environment variable in a minor. */
export function envNameFaults(name: string, minor: number): string[] {
  return minor >= RELAXED_SINCE ? relaxedEnvVarName(name) : envVarName(name);
}

function countSources(valueFrom: EnvVarSource): number {
  let count = 0;
  for (const source of SOURCES) if (valueFrom[source] !== undefined) count += 1;
  return count;
}
