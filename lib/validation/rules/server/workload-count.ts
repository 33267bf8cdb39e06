import type { JobSpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import type { NodeName } from '../../nodes';
import { defineRules, type Report, type Visit } from '../../rule';

const NEGATIVE = 'must be greater than or equal to 0';

type Spec = Readonly<Record<string, unknown>>;

/** The counts and durations of workloads. */
export const workloadCountRules = defineRules([
  {
    id: 'valid-count',
    summary: 'Replicas, revisions, histories and seconds of a workload are zero or more.',
    why: 'There is no negative number of pods or seconds.',
    fix: 'Write zero or more, or leave the field out for its default.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidateNonnegativeField, pkg/apis/apps/validation/validation.go Validate...Spec, pkg/apis/batch/validation/validation.go validateJobSpec, validateCronJobSpec',
    example: {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: -1 }',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 0 }',
    },
    visit: {
      CronJob: countsOf('startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'),
      DaemonSet: countsOf('minReadySeconds', 'revisionHistoryLimit'),
      Deployment: countsOf('replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'),
      ReplicaSet: countsOf('replicas', 'minReadySeconds'),
      ReplicationController: countsOf('replicas', 'minReadySeconds'),
      StatefulSet: countsOf('replicas', 'minReadySeconds'),
      jobSpec(spec: JobSpec, at, report) {
        checkCounts(spec as Spec, JOB_COUNTS, at, report);
      },
    },
  },
]);

const JOB_COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
];

function countsOf(...names: readonly string[]): Visit<NodeName> {
  return (workload, at, report) => {
    const { spec } = workload as { readonly spec?: Spec };
    if (spec) checkCounts(spec, names, at.child('spec'), report);
  };
}

function checkCounts(spec: Spec, names: readonly string[], at: FieldPath, report: Report): void {
  for (const name of names) {
    const count = spec[name];
    if (typeof count === 'number' && count < 0) report(invalid(at.child(name), count, NEGATIVE));
  }
}
