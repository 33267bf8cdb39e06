import { servedQuantity } from '../../kubernetes/defaults/served-quantity';
import type { PlainObject } from '../plain-object';
import { wrong } from './flags';
import { labelSelectorOf } from './label-selector';
import { kubectlCommand, metadata, nameOf, splitPair, withoutAbsent } from './object-parts';

/** `kubectl create namespace`. Follows kubectl pkg/cmd/create/create_namespace.go. */
export const createNamespace = kubectlCommand({}, (command, { operands }) => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: metadata(nameOf(command, operands), undefined) },
]);

/** `kubectl create serviceaccount`. Follows kubectl pkg/cmd/create/create_serviceaccount.go. */
export const createServiceAccount = kubectlCommand({}, (command, { flags, operands }) => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(nameOf(command, operands), flags.namespace) },
]);

/** `kubectl create quota`. Follows kubectl pkg/cmd/create/create_quota.go. */
export const createQuota = kubectlCommand(
  { hard: { type: 'string' }, scopes: { type: 'string' } },
  (command, { flags, operands }) => {
    const { hard, scopes, namespace } = flags;
    const pairs = hard ? hard.split(',').map((text) => splitPair(command, 'hard', text)) : undefined;
    const limits = pairs && Object.fromEntries(pairs.map(([key, value]) => [key, servedQuantity(value)]));
    const spec = withoutAbsent({ hard: limits, scopes: scopes ? scopes.split(',') : undefined });
    return [
      { apiVersion: 'v1', kind: 'ResourceQuota', metadata: metadata(nameOf(command, operands), namespace), spec },
    ];
  },
);

/** `kubectl create poddisruptionbudget`. Follows kubectl pkg/cmd/create/create_pdb.go. */
export const createPodDisruptionBudget = kubectlCommand(
  { 'max-unavailable': { type: 'string' }, 'min-available': { type: 'string' }, selector: { type: 'string' } },
  (command, { flags, operands }) => {
    const { 'max-unavailable': most, 'min-available': least, selector, namespace } = flags;
    if (!selector) throw wrong(command, '--selector is required.');
    if (Boolean(most) === Boolean(least)) throw wrong(command, 'give one of --min-available and --max-unavailable.');
    return [
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: metadata(nameOf(command, operands), namespace),
        spec: {
          ...(most ? { maxUnavailable: countOrPercent(command, most) } : {}),
          ...(least ? { minAvailable: countOrPercent(command, least) } : {}),
          selector: labelSelectorOf(command, 'selector', selector),
        },
      },
    ];
  },
);

function countOrPercent(command: string, text: string): number | string {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d+%$/.test(text)) return text;
  throw wrong(command, `'${text}' is neither a number of pods nor a percentage.`);
}

/** `kubectl create priorityclass`. Follows kubectl pkg/cmd/create/create_priorityclass.go. */
export const createPriorityClass = kubectlCommand(
  {
    description: { type: 'string' },
    'global-default': { type: 'boolean' },
    'preemption-policy': { type: 'string' },
    value: { type: 'number' },
  },
  (command, { flags, operands }): PlainObject[] => {
    const { value = 0, description, 'global-default': globalDefault } = flags;
    const { 'preemption-policy': preemptionPolicy = 'PreemptLowerPriority' } = flags;
    return [
      withoutAbsent({
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: metadata(nameOf(command, operands), undefined),
        value,
        globalDefault: globalDefault || undefined,
        description: description || undefined,
        preemptionPolicy,
      }),
    ];
  },
);
