import type { PodTemplateSpec } from '../../../kubernetes/generated/decoded';
import { isEqual } from '../../is-equal';
import type { Cluster } from '../cluster/cluster';
import type { ClusterObject } from '../cluster/cluster-object';
import { type WorkloadKind, workloadName } from './workload';

/** Collects when the template of each workload changes, after its creation. Simulated seconds, by workload. */
export function observeTemplates(cluster: Cluster): ReadonlyMap<string, readonly number[]> {
  const changes = new Map<string, number[]>();
  const current = new Map<string, PodTemplateSpec>();
  const watch =
    (kind: WorkloadKind) =>
    ({ id, spec: { template } }: ClusterObject & { readonly spec: { readonly template: PodTemplateSpec } }): void => {
      const name = workloadName({ kind, id });
      const before = current.get(name);
      current.set(name, template);
      if (before === undefined || before === template || isEqual(before, template)) return;
      changes.set(name, [...(changes.get(name) ?? []), cluster.queue.now]);
    };
  cluster.deployments.watch(watch('Deployment'));
  cluster.statefulSets.watch(watch('StatefulSet'));
  cluster.daemonSets.watch(watch('DaemonSet'));
  return changes;
}
