import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { suggest } from '../../../kubernetes/suggest';
import { FieldPath } from '../../field-path';
import { type AppEntry, defineRules, type VisitApp } from '../../rule';
import { type PodReference, podReferences } from './pod-references';

/** The objects of an app that pods can refer to: by kind and namespace, their names and keys. */
type Defined = Map<string, Map<string, ReadonlySet<string>>>;

function definedObjects(entries: readonly AppEntry[]): Defined {
  const defined: Defined = new Map();
  for (const { kind, object } of entries) {
    const { name, namespace } = metadataOf(object);
    const owner = `${kind.kind}/${namespace}`;
    const names = defined.get(owner) ?? new Map<string, ReadonlySet<string>>();
    defined.set(owner, names);
    if (name) names.set(name, new Set([...Object.keys(object.data ?? {}), ...Object.keys(object.binaryData ?? {})]));
  }
  return defined;
}

function metadataOf(object: AppEntry['object']): { name?: string; namespace?: string } {
  return (object.metadata ?? {}) as { name?: string; namespace?: string };
}

/** Calls `check` for every reference in every pod template, with the objects of its kind and namespace. */
function visitReferences(
  entries: readonly AppEntry[],
  check: (entry: AppEntry, reference: PodReference, names: ReadonlyMap<string, ReadonlySet<string>>) => void,
): void {
  const defined = definedObjects(entries);
  for (const entry of entries) {
    const path = entry.kind.podTemplate;
    if (!path) continue;
    let pod: unknown = entry.object;
    for (const step of path) pod = (pod as Record<string, unknown> | undefined)?.[step];
    const { namespace } = metadataOf(entry.object);
    for (const reference of podReferences((pod ?? {}) as PodTemplateSpec, FieldPath.root.down(...path))) {
      const names = defined.get(`${reference.kind}/${namespace}`);
      if (names) check(entry, reference, names);
    }
  }
}

const checkKeys: VisitApp = (entries, report) => {
  visitReferences(entries, (entry, { kind, name, key, optional, keyAt }, names) => {
    const keys = names.get(name);
    if (key === undefined || !keyAt || optional || keys === undefined || keys.size === 0 || keys.has(key)) return;
    const meant = suggest(key, keys);
    const fix = meant ? `Did you mean ${meant}?` : `Its keys are ${[...keys].join(', ')}.`;
    report(entry, {
      reason: 'FieldValueNotFound',
      field: keyAt,
      value: key,
      detail: `${kind} ${name} of this app has no such key`,
      fix,
    });
  });
};

const checkNames: VisitApp = (entries, report) => {
  visitReferences(entries, (entry, { kind, name, optional, nameAt }, names) => {
    if (optional || names.has(name)) return;
    const meant = suggest(name, names.keys());
    if (!meant) return;
    const detail = `this app has no ${kind} of that name, but one that is called ${meant}`;
    report(entry, {
      reason: 'FieldValueNotFound',
      field: nameAt,
      value: name,
      detail,
      fix: `Write ${meant}, if that is meant.`,
    });
  });
};

const pod = (env: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { logLevel: info }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env: [{ name: LOG_LEVEL, valueFrom: { configMapKeyRef: ${env} } }]`;

/** What the objects of one app ask of each other's names and keys. */
export const referenceRules = defineRules([
  {
    id: 'valid-reference-key',
    summary: 'A key that a pod takes from a ConfigMap or Secret of the same app is in it.',
    why: 'The container cannot be created: the pod stays in CreateContainerConfigError or ContainerCreating.',
    fix: 'Correct the key, or add it to the ConfigMap or Secret.',
    source:
      'kubernetes pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, pkg/volume/configmap/configmap.go MakePayload',
    example: { bad: pod('{ name: web, key: loglevel }'), good: pod('{ name: web, key: logLevel }') },
    visit: {},
    visitApp: checkKeys,
  },
  {
    id: 'valid-reference-name',
    severity: 'warning',
    summary:
      'A ConfigMap, Secret, claim or ServiceAccount that a pod names is not a misspelling of one of the same app.',
    why: 'If it is, the pod waits for an object that never comes.',
    fix: 'Correct the name.',
    source: 'kubernetes pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, plugin/pkg/admission/serviceaccount',
    example: { bad: pod('{ name: wbe, key: logLevel }'), good: pod('{ name: web, key: logLevel }') },
    visit: {},
    visitApp: checkNames,
  },
]);
