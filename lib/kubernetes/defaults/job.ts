import type { CronJob, Job, JobSpec, PodFailurePolicy } from '../generated/decoded';
import { featureEnabled } from './feature-gates';
import { defaultPodTemplateSpec } from './pod-template';

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
const LARGEST_INT32 = 2 ** 31 - 1;
/** The minor from which the server writes `manualSelector: false`. */
const MANUAL_SELECTOR_SINCE = 29;

/**
 * Fills in a Job. The labels of the template become those of a Job that has none; the selector and the labels that
 * hold the uid are the server's to make up.
 *
 * Follows kubernetes pkg/apis/batch/v1/defaults.go SetDefaults_Job and pkg/registry/batch/job/strategy.go
 * PrepareForCreate, generateSelector.
 */
export function defaultJob(job: Job, minor: number): void {
  job.spec ??= {};
  job.metadata ??= {};
  const { spec, metadata } = job;
  if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : LARGEST_INT32;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  if (minor >= MANUAL_SELECTOR_SINCE) spec.manualSelector ??= false;
  if (featureEnabled('JobPodReplacementPolicy', minor)) {
    spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
  }
  defaultJobTemplate(spec, minor);
  dropDisabledFields(spec, minor);
  const template = spec.template?.metadata;
  const inheritsLabels = template?.labels !== undefined && Object.keys(metadata.labels ?? {}).length === 0;
  if (spec.manualSelector !== true && metadata.name) addNameLabels(spec, metadata.name);
  if (inheritsLabels) metadata.labels = { ...spec.template?.metadata?.labels };
}

/** Fills in a CronJob, whose job template gets only the defaults of its pods. Follows SetDefaults_CronJob. */
export function defaultCronJob(cronJob: CronJob, minor: number): void {
  cronJob.spec ??= {};
  const { spec } = cronJob;
  if (!spec.concurrencyPolicy) spec.concurrencyPolicy = 'Allow';
  spec.suspend ??= false;
  spec.successfulJobsHistoryLimit ??= 3;
  spec.failedJobsHistoryLimit ??= 1;
  spec.jobTemplate ??= {};
  spec.jobTemplate.spec ??= {};
  defaultJobTemplate(spec.jobTemplate.spec, minor);
}

/** What the spec of a Job and the job template of a CronJob share. */
function defaultJobTemplate(spec: JobSpec, minor: number): void {
  spec.template ??= {};
  defaultPodTemplateSpec(spec.template, minor);
  if (spec.podFailurePolicy) defaultPodFailurePolicy(spec.podFailurePolicy);
}

/** Only for Jobs: those in a CronJob keep the fields until a Job is made of them. */
function dropDisabledFields(spec: JobSpec, minor: number): void {
  if (!featureEnabled('JobBackoffLimitPerIndex', minor)) dropPerIndexFields(spec);
  if (spec.podReplacementPolicy !== undefined && !featureEnabled('JobPodReplacementPolicy', minor)) {
    delete spec.podReplacementPolicy;
  }
  if (spec.successPolicy && !featureEnabled('JobSuccessPolicy', minor)) delete spec.successPolicy;
  if (spec.managedBy !== undefined && !featureEnabled('JobManagedBy', minor)) delete spec.managedBy;
}

/** Follows SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
function defaultPodFailurePolicy(policy: PodFailurePolicy): void {
  for (const { onPodConditions } of policy.rules ?? []) {
    for (const pattern of onPodConditions ?? []) if (!pattern.status) pattern.status = 'True';
  }
}

function dropPerIndexFields(spec: JobSpec): void {
  if (spec.backoffLimitPerIndex !== undefined) delete spec.backoffLimitPerIndex;
  if (spec.maxFailedIndexes !== undefined) delete spec.maxFailedIndexes;
  if (spec.podFailurePolicy?.rules) {
    spec.podFailurePolicy.rules = spec.podFailurePolicy.rules.filter(({ action }) => action !== 'FailIndex');
  }
}

function addNameLabels(spec: JobSpec, name: string): void {
  spec.template ??= {};
  spec.template.metadata ??= {};
  spec.template.metadata.labels ??= {};
  const { labels } = spec.template.metadata;
  for (const label of NAME_LABELS) labels[label] ??= name;
}
