import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { suggest } from '../../../kubernetes/suggest';
import { FieldPath } from '../../field-path';
import { type Finding, notFound } from '../../finding';
import { type AppEntry, type AppVisit, defineRules } from '../../rule';
import { type PodReference, podReferences, type ReferencedKind } from './pod-references';

/** The names of the objects of one kind in one namespace, each with its keys. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** The objects of an app that pods can refer to, by `kind/namespace`. */
type Defined = Map<string, Map<string, ReadonlySet<string>>>;

const REFERENCED: ReadonlySet<string> = new Set<ReferencedKind>([
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'ServiceAccount',
]);

function metadataOf(object: AppEntry['object']): { name?: string; namespace?: string } {
  return (object.metadata ?? {}) as { name?: string; namespace?: string };
}

function define(defined: Defined, { kind, object }: AppEntry): void {
  if (!REFERENCED.has(kind.kind)) return;
  const { name, namespace } = metadataOf(object);
  const owner = `${kind.kind}/${namespace}`;
  const names = defined.get(owner) ?? new Map<string, ReadonlySet<string>>();
  defined.set(owner, names);
  if (name) names.set(name, new Set([...Object.keys(object.data ?? {}), ...Object.keys(object.binaryData ?? {})]));
}

/** What a pod template refers to, none where the object has no pod template. */
function referencesOf({ kind, object }: AppEntry): Iterable<PodReference> {
  if (!kind.podTemplate) return [];
  let pod: unknown = object;
  for (const step of kind.podTemplate) pod = (pod as Record<string, unknown> | undefined)?.[step];
  return podReferences((pod ?? {}) as PodTemplateSpec, FieldPath.root.down(...kind.podTemplate));
}

/** Asks `check` about every reference to a kind that the app defines in the same namespace, once all objects are seen. */
function visitReferences(check: (reference: PodReference, names: Names) => Finding | undefined): () => AppVisit {
  return () => {
    const defined: Defined = new Map();
    const references: [index: number, namespace: string | undefined, reference: PodReference][] = [];
    return {
      see(entry) {
        define(defined, entry);
        for (const reference of referencesOf(entry)) {
          references.push([entry.index, metadataOf(entry.object).namespace, reference]);
        }
      },
      end(report) {
        for (const [index, namespace, reference] of references) {
          const names = defined.get(`${reference.kind}/${namespace}`);
          const finding = names && check(reference, names);
          if (finding) report(index, finding);
        }
      },
    };
  };
}

function wrongKey({ kind, name, key, optional, keyAt }: PodReference, names: Names): Finding | undefined {
  const keys = names.get(name);
  if (key === undefined || !keyAt || optional || keys === undefined || keys.size === 0 || keys.has(key))
    return undefined;
  const meant = suggest(key, keys);
  const fix = meant ? `Did you mean ${meant}?` : `Its keys are ${[...keys].join(', ')}.`;
  return { ...notFound(keyAt, key, { fix }), detail: `${kind} ${name} of this app has no such key` };
}

function wrongName({ kind, name, optional, nameAt }: PodReference, names: Names): Finding | undefined {
  if (optional || names.has(name)) return undefined;
  const meant = suggest(name, names.keys());
  if (!meant) return undefined;
  const detail = `this app has no ${kind} of that name, but one that is called ${meant}`;
  return { ...notFound(nameAt, name, { fix: `Write ${meant}, if that is meant.` }), detail };
}

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
    visitApp: visitReferences(wrongKey),
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
    visitApp: visitReferences(wrongName),
  },
]);
