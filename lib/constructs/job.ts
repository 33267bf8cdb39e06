import type { Construct } from 'constructs';
import type { JobSpec, LabelSelector } from '../../imports/k8s';
import { type Fields, isFields, ownFields } from './key-order';
import type { ManifestProps } from './manifest-object';
import { type CompletingPodFields, podTemplate } from './pod-template';
import { type PodPortName, Workload } from './workload';

/** A Job: the fields of its spec and those of its pod spec side by side. `activeDeadlineSeconds` is that of the Job. */
export interface JobProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    Omit<JobSpec, 'template'>,
    CompletingPodFields<C, I, V, Q, R> {}

const FIELDS = [
  'suspend',
  'completionMode',
  'completions',
  'parallelism',
  'backoffLimit',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
  'podFailurePolicy',
  'podReplacementPolicy',
  'successPolicy',
  'managedBy',
  'manualSelector',
  'selector',
  'template',
];

/** The label that the server puts on the pods of a Job, with the name of the Job. */
const JOB_NAME_LABEL = 'batch.kubernetes.io/job-name';

/** The spec of a Job. */
export function jobSpec(props: Fields): Fields {
  const { template } = props;
  const metadata = isFields(template) && isFields(template.metadata) ? template.metadata : {};
  const labels = isFields(metadata.labels) ? metadata.labels : {};
  return ownFields(props, FIELDS, { template: podTemplate(labels, props, FIELDS) });
}

/** Runs pods until a number of them has succeeded. */
export class Job<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends Workload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: JobProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'batch/v1', kind: 'Job' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: jobSpec(props) };
  }

  protected override podLabelSelector(props: Fields): LabelSelector {
    return (props.selector as LabelSelector | undefined) ?? { matchLabels: { [JOB_NAME_LABEL]: this.name } };
  }
}
