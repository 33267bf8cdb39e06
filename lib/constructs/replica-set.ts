import type { Construct } from 'constructs';
import type { ReplicaSetSpec } from '../../imports/k8s';
import type { Fields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { type OwnerFields, ownerSpec } from './owner-spec';
import type { RunningPodFields } from './pod-template';
import { ScalableWorkload } from './scalable-workload';
import type { PodPortName } from './workload';

/** A ReplicaSet: the fields of its spec and those of its pod spec side by side. */
export interface ReplicaSetProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    OwnerFields<ReplicaSetSpec>,
    RunningPodFields<C, I, V, Q, R> {}

const FIELDS = ['replicas', 'selector', 'minReadySeconds', 'template'];

/** Keeps a number of equal pods running; a Deployment does it too and can also replace them. */
export class ReplicaSet<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends ScalableWorkload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: ReplicaSetProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: ownerSpec(this.name, props, FIELDS) };
  }
}
