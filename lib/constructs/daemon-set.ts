import type { Construct } from 'constructs';
import type { DaemonSetSpec } from '../../imports/k8s';
import type { Fields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { type OwnerFields, ownerSpec } from './owner-spec';
import { OwnerWorkload } from './owner-workload';
import type { RunningPodFields } from './pod-template';
import type { PodPortName } from './workload';

/** A DaemonSet: the fields of its spec and those of its pod spec side by side. */
export interface DaemonSetProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    OwnerFields<DaemonSetSpec>,
    RunningPodFields<C, I, V, Q, R> {}

const FIELDS = ['selector', 'updateStrategy', 'minReadySeconds', 'revisionHistoryLimit', 'template'];

/** Keeps one pod running on every node, or on those that its `nodeSelector` and `affinity` allow. */
export class DaemonSet<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends OwnerWorkload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: DaemonSetProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'DaemonSet' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: ownerSpec(this.name, props, FIELDS) };
  }
}
