import type { Construct } from 'constructs';
import type { CronJobSpec, JobSpec, LabelSelector, ObjectMeta } from '../../imports/k8s';
import { jobSpec } from './job';
import { type Fields, isFields, ownFields } from './key-order';
import type { ManifestProps } from './manifest-object';
import type { PodTemplateMetadata } from './metadata';
import type { CompletingPodFields } from './pod-template';
import { type PodPortName, Workload } from './workload';

/** A CronJob: the fields of its spec and those of its pod spec side by side; those of its Jobs stand in `jobTemplate`. */
export interface CronJobProps<C, I, V extends string, Q, R>
  extends ManifestProps,
    Omit<CronJobSpec, 'jobTemplate'>,
    CompletingPodFields<C, I, V, Q, R> {
  /** The metadata of the Jobs, whose names the server makes, and the fields of their spec beside the pod template. */
  readonly jobTemplate?: { readonly metadata?: JobTemplateMetadata; readonly spec?: Omit<JobSpec, 'template'> };
}

/** `kubectl create cronjob` writes a name, which the server ignores. */
type JobTemplateMetadata = PodTemplateMetadata & Pick<ObjectMeta, 'name'>;

const FIELDS = [
  'schedule',
  'timeZone',
  'suspend',
  'concurrencyPolicy',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
  'jobTemplate',
];

/** The spec of a CronJob. */
export function cronJobSpec(props: Fields): Fields {
  const jobTemplate = isFields(props.jobTemplate) ? props.jobTemplate : {};
  const job: { [key: string]: unknown } = isFields(jobTemplate.spec) ? { ...jobTemplate.spec } : {};
  for (const key in props) if (!FIELDS.includes(key)) job[key] = props[key];
  return ownFields(props, FIELDS, { jobTemplate: { ...jobTemplate, spec: jobSpec(job) } });
}

/** Starts a Job at the times of a schedule. */
export class CronJob<
  const C extends Record<string, unknown> = Record<never, never>,
  const I extends Record<string, unknown> = Record<never, never>,
  const V extends string = never,
  const Q extends Record<string, unknown> = Record<never, never>,
  const R extends Record<string, unknown> = Record<never, never>,
> extends Workload<PodPortName<C, I>> {
  constructor(scope: Construct, id: string, props: CronJobProps<C, I, V, Q, R>) {
    super(scope, id, { apiVersion: 'batch/v1', kind: 'CronJob' }, props);
  }

  protected override content(props: Fields): Fields {
    return { spec: cronJobSpec(props) };
  }

  protected override podLabelSelector({ template }: Fields): LabelSelector {
    const metadata = isFields(template) && isFields(template.metadata) ? template.metadata : {};
    return { matchLabels: metadata.labels as LabelSelector['matchLabels'] };
  }
}
