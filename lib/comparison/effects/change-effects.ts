import type { ComparedField } from '../compare-fields';
import type { Effect, EffectKind } from '../effect';
import type { ObjectPair } from './object-pair';
import { rolloutOf } from './rollout';

/** What the fields of an object that change do by themselves, each kind of effect once. */
export function changeEffects(fields: readonly ComparedField[], pair: ObjectPair | undefined): Effect[] {
  const kinds = new Set(fields.map(({ effect }) => effect));
  // Beside graver effects, what hardly matters is left to the fields.
  if (kinds.size > 1) kinds.delete('none');
  if (kinds.size > 1) kinds.delete('metadata');
  return [...kinds].map((kind) => ({
    kind,
    detail: detailOf(
      kind,
      fields.filter(({ effect }) => effect === kind),
      pair,
    ),
  }));
}

function detailOf(kind: EffectKind, fields: readonly ComparedField[], pair: ObjectPair | undefined): string {
  if (!pair?.after) return '';
  if (kind === 'restarts-pods') return rolloutOf(pair.kind.kind, pair.after);
  if (kind === 'scales') return fields.map(scaling).join(', ');
  if (kind === 'in-place') return inPlace(fields, pair.kind.kind);
  if (kind !== 're-creates') return '';
  const names = fields.map(({ difference }) => difference.field);
  return `the API server refuses to change ${names.join(', ')} of a ${pair.kind.kind}`;
}

function scaling({ difference, served }: ComparedField): string {
  const numbers = `from ${served.before ?? 'none'} to ${served.after ?? 'none'}`;
  const name = difference.steps.at(-1);
  return name === 'replicas' ? numbers : `${name} ${numbers}`;
}

const LATE_TEMPLATES: Readonly<Record<string, string>> = {
  CronJob: 'the next run has it, a running Job does not',
  ReplicaSet: 'only pods that are created from now on have it',
  ReplicationController: 'only pods that are created from now on have it',
};

function inPlace(fields: readonly ComparedField[], kind: string): string {
  const has = (...steps: string[]) =>
    fields.some(({ difference }) => steps.some((step) => difference.steps.includes(step)));
  if (has('template', 'jobTemplate')) return LATE_TEMPLATES[kind] ?? '';
  const isData = (kind === 'ConfigMap' || kind === 'Secret') && has('data', 'binaryData', 'stringData');
  return isData ? 'mounted files follow within minutes, environment variables only when a pod restarts' : '';
}
