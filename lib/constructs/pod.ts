import type { Construct } from 'constructs';
import type { LabelSelector, PodSpec } from '../../imports/k8s';
import type { Fields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { type PodFields, podSpec } from './pod-template';
import { type PodPortName, Workload } from './workload';

/** A Pod: the fields of its spec. */
export interface PodProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    PodFields<C, I, V, Q, R>,
    Pick<PodSpec, 'activeDeadlineSeconds' | 'restartPolicy'> {}

/** One or more containers that share a network and volumes; nothing replaces it when it is gone. */
export class Pod<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends Workload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: PodProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'v1', kind: 'Pod' }, props);
  }

  protected override content(props: Fields): Fields {
    const { metadata: _, ...pod } = props;
    return { spec: podSpec(pod) };
  }

  protected override podLabelSelector(): LabelSelector {
    return { matchLabels: this.objectMetadata().labels as LabelSelector['matchLabels'] };
  }
}
