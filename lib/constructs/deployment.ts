import type { Construct } from 'constructs';
import type { DeploymentSpec } from '../../imports/k8s';
import type { Fields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { type OwnerFields, ownerSpec } from './owner-spec';
import type { RunningPodFields } from './pod-template';
import { ScalableWorkload } from './scalable-workload';
import type { PodPortName } from './workload';

/** A Deployment: the fields of its spec and those of its pod spec side by side. */
export interface DeploymentProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    OwnerFields<DeploymentSpec>,
    RunningPodFields<C, I, V, Q, R> {}

const FIELDS = [
  'replicas',
  'selector',
  'strategy',
  'minReadySeconds',
  'progressDeadlineSeconds',
  'revisionHistoryLimit',
  'paused',
  'template',
];

/** Keeps a number of equal pods running and replaces them step by step when their template changes. */
export class Deployment<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends ScalableWorkload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: DeploymentProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'Deployment' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: ownerSpec(this.name, props, FIELDS) };
  }
}
