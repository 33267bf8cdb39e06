import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { apiVersionOf, kinds } from '../../../kubernetes/kinds';
import type { Labels } from '../../../kubernetes/label-selector';
import { isEqual } from '../../is-equal';
import { type Cluster, reference } from './cluster';
import type { ClusterObject } from './cluster-object';
import { withDefaults } from './object-store';
import type { Table } from './table';
import { templateNumber } from './template-number';

/** A change of an object, as a JSON merge patch (RFC 7396) of its manifest. */
export interface ObjectPatch {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string | null>>;
    /** Only those of pods matter. */
    readonly annotations?: Readonly<Record<string, string | null>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** The kinds that can be patched. */
export type PatchableKind =
  | 'Deployment'
  | 'ReplicaSet'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'PodDisruptionBudget'
  | 'Pod';

/** What all that can be patched may have. */
interface Patchable extends ClusterObject {
  spec: { template?: PodTemplateSpec; replicas?: number };
  generation?: number;
  annotations?: Labels;
  templates?: PodTemplateSpec[];
  updateRevision?: number;
}

function tableOf(cluster: Cluster, kind: PatchableKind): Table<Patchable> {
  const tables: Record<PatchableKind, Table<never>> = {
    Deployment: cluster.deployments as Table<never>,
    ReplicaSet: cluster.replicaSets as Table<never>,
    StatefulSet: cluster.statefulSets as Table<never>,
    DaemonSet: cluster.daemonSets as Table<never>,
    Job: cluster.jobs as Table<never>,
    CronJob: cluster.cronJobs as Table<never>,
    PodDisruptionBudget: cluster.disruptionBudgets as Table<never>,
    Pod: cluster.pods as Table<never>,
  };
  return tables[kind];
}

/** Changes an object as `kubectl patch --type merge` does; nothing happens when it is not there. */
export function patchObject(cluster: Cluster, kind: PatchableKind, id: string, patch: ObjectPatch): void {
  const table = tableOf(cluster, kind);
  const object = table.get(id);
  if (!object) return;
  const { labels, annotations } = patch.metadata ?? {};
  object.labels = mergePatch(object.labels, labels) as Labels;
  if (object.annotations) object.annotations = mergePatch(object.annotations, annotations) as Labels;
  if (patch.spec !== undefined) changeSpec(cluster, kind, object, patch.spec);
  table.changed(object);
}

function changeSpec(cluster: Cluster, kind: PatchableKind, object: Patchable, patch: unknown): void {
  const { spec: before } = object;
  const merged = mergePatch(before, patch);
  const row = kinds.find((candidate) => candidate.kind === kind && candidate.version === 'v1');
  const apiVersion = row ? apiVersionOf(row) : '';
  const { spec } = withDefaults({ apiVersion, kind, metadata: { name: object.name }, spec: merged }, cluster.minor);
  if (isEqual(spec, before)) return;
  object.spec = keepTemplate(spec as Patchable['spec'], before);
  if (object.generation !== undefined) object.generation += 1;
  if (object.templates && object.updateRevision !== undefined && object.spec.template) {
    object.updateRevision = templateNumber(object.templates, object.spec.template);
  }
  const [from, to] = [before.replicas, object.spec.replicas];
  if (kind === 'ReplicaSet' && from !== undefined && to !== undefined && from !== to) {
    cluster.record(reference(kind, object), { type: 'scaled', from, to });
  }
}

/** A template that has not changed stays the same object, by which controllers know it again. */
function keepTemplate(spec: Patchable['spec'], { template }: Patchable['spec']): Patchable['spec'] {
  return isEqual(spec.template, template) ? { ...spec, template } : spec;
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (patch === undefined) return target;
  if (!isObject(patch)) return structuredClone(patch);
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The spec and template of what a scenario names; undefined when it is not there. */
export function findPatchable(cluster: Cluster, kind: PatchableKind, id: string): Patchable | undefined {
  return tableOf(cluster, kind).get(id);
}
