import type { Construct } from 'constructs';
import type { DeploymentSpec } from '../../imports/k8s';
import type { Fields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { podLabels, podSelector } from './pod-selector';
import { podTemplate, type RunningPodFields, splitPodFields } from './pod-template';
import { ScalableWorkload } from './scalable-workload';
import type { PodPortName } from './workload';

/** The fields of a Deployment beside those of its pods. */
type DeploymentFields = Omit<DeploymentSpec, 'selector' | 'template'> & Partial<Pick<DeploymentSpec, 'selector'>>;

/** A Deployment: the fields of its spec and those of its pod spec side by side. */
export interface DeploymentProps<C, I, V extends string>
  extends ManifestProps,
    DeploymentFields,
    RunningPodFields<C, I, V> {}

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

/** The spec of the Deployment `name`. */
export function deploymentSpec(name: string, props: Fields): Fields {
  const { spec, pod } = splitPodFields(props, FIELDS);
  const { replicas, selector: _, template, ...rest } = spec;
  return {
    ...(replicas !== undefined && { replicas }),
    selector: podSelector(name, props),
    ...rest,
    template: podTemplate(podLabels(name, props), template, pod),
  };
}

/** Keeps a number of equal pods running and replaces them step by step when their template changes. */
export class Deployment<
  const C extends Record<string, unknown>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
> extends ScalableWorkload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: DeploymentProps<C, I, V>) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'Deployment' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: deploymentSpec(this.name, props) };
  }
}
