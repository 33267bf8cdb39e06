import { byteLength, dnsLabel, dnsSubdomain } from '../../../kubernetes/formats';
import { invalid, notSupported, required, tooLong } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const MODES = ['NonIndexed', 'Indexed'];
const RESTART_POLICIES = ['OnFailure', 'Never'];
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
/** The most pods of an Indexed Job that may run at a time. */
const MOST_PARALLEL = 100_000;
/** From this number of completions on, failures of single indexes are kept within bounds. */
const MANY_COMPLETIONS = 100_000;
const MOST_PARALLEL_OF_MANY = 10_000;
const MOST_FAILED = 100_000;
const MOST_FAILED_OF_MANY = 10_000;
const LONGEST_MANAGER = 63;
const URL_PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
const SOURCE = 'kubernetes pkg/apis/batch/validation/validation.go';

/** What a Job runs and how often, also inside a CronJob. */
export const jobRules = defineRules([
  {
    id: 'valid-managed-by',
    summary: '`managedBy` is a domain, a slash and a path, at most 63 characters.',
    why: 'It names the controller that takes care of the Job instead of the built-in one.',
    fix: 'Leave managedBy out, or write a name such as example.com/controller.',
    source: `${SOURCE} validateJobSpec, k8s.io/apimachinery pkg/util/validation IsDomainPrefixedPath`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { managedBy: controller }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { managedBy: example.com/controller }',
    },
    visit: {
      jobSpec({ managedBy: manager }, at, report) {
        if (manager === undefined) return;
        const field = at.child('managedBy');
        if (manager === '') report(required(field));
        else for (const reason of domainPrefixedPath(manager)) report(invalid(field, manager, reason));
        if (byteLength(manager) > LONGEST_MANAGER) report(tooLong(field, LONGEST_MANAGER));
      },
    },
  },
  {
    id: 'valid-completion-mode',
    summary: 'The completionMode of a Job is NonIndexed or Indexed.',
    why: 'Completions are either alike, or each has an index of its own.',
    fix: 'Leave completionMode out for NonIndexed, or write Indexed.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: indexed }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed }',
    },
    visit: {
      jobSpec({ completionMode: mode = 'NonIndexed' }, at, report) {
        if (!MODES.includes(mode))
          report(notSupported(at.child('completionMode'), mode, MODES, didYouMean(mode, MODES)));
      },
    },
  },
  {
    id: 'require-completions',
    summary: 'An Indexed Job states how many completions it has.',
    why: 'Every completion has an index, from 0 to the number of completions.',
    fix: 'Write completions beside parallelism.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, parallelism: 2 }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, parallelism: 2, completions: 4 }',
    },
    visit: {
      jobSpec({ completionMode, completions }, at, report) {
        if (completionMode === 'Indexed' && completions === undefined)
          report(required(at.child('completions'), 'when completion mode is Indexed'));
      },
    },
  },
  {
    id: 'valid-indexed-parallelism',
    summary: 'An Indexed Job runs at most 100000 pods at a time, and 10000 when many completions have a limit each.',
    why: 'The indexes that have ended are kept in the status, which must not grow without bounds.',
    fix: 'Lower parallelism.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, completions: 1, parallelism: 100001 }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, completions: 1, parallelism: 100000 }',
    },
    visit: {
      jobSpec({ completionMode, completions = 0, parallelism = 0, backoffLimitPerIndex }, at, report) {
        if (completionMode !== 'Indexed') return;
        const ofMany = completions > MANY_COMPLETIONS && backoffLimitPerIndex !== undefined;
        const most = ofMany ? MOST_PARALLEL_OF_MANY : MOST_PARALLEL;
        if (parallelism > most)
          report(invalid(at.child('parallelism'), parallelism, `must be less than or equal to ${most}`));
      },
    },
  },
  {
    id: 'valid-backoff-limit-per-index',
    summary: '`backoffLimitPerIndex` is for Indexed Jobs, and maxFailedIndexes needs it.',
    why: 'Retries can be counted for each index only where there are indexes.',
    fix: 'Write completionMode: Indexed and backoffLimitPerIndex, or leave both limits out.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { backoffLimitPerIndex: 1 }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1 }',
    },
    visit: {
      jobSpec({ completionMode = 'NonIndexed', backoffLimitPerIndex, maxFailedIndexes }, at, report) {
        const field = at.child('backoffLimitPerIndex');
        if (backoffLimitPerIndex === undefined) {
          if (maxFailedIndexes !== undefined) report(required(field, 'when maxFailedIndexes is specified'));
        } else if (completionMode === 'NonIndexed') {
          report(invalid(field, backoffLimitPerIndex, 'requires indexed completion mode'));
        }
      },
    },
  },
  {
    id: 'valid-max-failed-indexes',
    summary:
      '`maxFailedIndexes` is for Indexed Jobs, at most completions; with more than 100000 completions it is given, and at most 10000.',
    why: 'The indexes that have failed are kept in the status, which must not grow without bounds.',
    fix: 'Write a number of indexes within these bounds, or leave maxFailedIndexes out of a Job with fewer completions.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 3 }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 2 }',
    },
    visit: {
      jobSpec(spec, at, report) {
        const { completionMode = 'NonIndexed', completions, backoffLimitPerIndex, maxFailedIndexes: most } = spec;
        const field = at.child('maxFailedIndexes');
        if (completionMode === 'NonIndexed' && most !== undefined)
          report(invalid(field, most, 'requires indexed completion mode'));
        if (completionMode !== 'Indexed') return;
        const many = backoffLimitPerIndex !== undefined && completions !== undefined && completions > MANY_COMPLETIONS;
        if (most === undefined) {
          if (many) report(required(field, `must be specified when completions is above ${MANY_COMPLETIONS}`));
          return;
        }
        if (completions !== undefined && most > completions)
          report(invalid(field, most, 'must be less than or equal to completions'));
        const limit = many ? MOST_FAILED_OF_MANY : MOST_FAILED;
        if (most > limit) report(invalid(field, most, `must be less than or equal to ${limit}`));
      },
    },
  },
  {
    id: 'valid-pod-replacement-policy',
    summary: '`podReplacementPolicy` is TerminatingOrFailed or Failed, and only Failed beside a podFailurePolicy.',
    why: 'A podFailurePolicy judges pods that have failed, so that none may be replaced while it is still ending.',
    fix: 'Leave podReplacementPolicy out, or write Failed.',
    source: `${SOURCE} validatePodReplacementPolicy`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { podReplacementPolicy: Terminating }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { podReplacementPolicy: Failed }',
    },
    visit: {
      jobSpec({ podReplacementPolicy: policy, podFailurePolicy }, at, report) {
        if (policy === undefined || policy === 'Failed') return;
        if (policy === 'TerminatingOrFailed' && !podFailurePolicy) return;
        const supported = podFailurePolicy ? ['Failed'] : REPLACEMENT_POLICIES;
        report(notSupported(at.child('podReplacementPolicy'), policy, supported, didYouMean(policy, supported)));
      },
    },
  },
  {
    id: 'valid-job-restart-policy',
    summary: 'The pods of a Job are restarted OnFailure or Never, and only Never beside a podFailurePolicy.',
    why: 'A pod that is always restarted never completes, and the default of restartPolicy is Always.',
    fix: 'Write restartPolicy: Never in the pod template; without a podFailurePolicy, OnFailure will do too.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { template: { spec: { restartPolicy: Always } } }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { template: { spec: { restartPolicy: Never } } }',
    },
    visit: {
      jobSpec({ template, podFailurePolicy }, at, report) {
        const policy = template?.spec?.restartPolicy ?? 'Always';
        if (policy === 'Never' || (policy === 'OnFailure' && !podFailurePolicy)) return;
        const field = at.down('template', 'spec', 'restartPolicy');
        if (policy === 'Always') report(required(field, 'valid values: "OnFailure", "Never"'));
        else if (policy === 'OnFailure')
          report(invalid(field, policy, 'only Never is supported when podFailurePolicy is specified'));
        else report(notSupported(field, policy, RESTART_POLICIES, didYouMean(policy, RESTART_POLICIES)));
      },
    },
  },
  {
    id: 'valid-indexed-job-name',
    summary: 'The name of an Indexed Job, with a dash and its highest index, is a DNS label.',
    why: 'It is the host name of the pod with that index.',
    fix: 'Write a short metadata.name of lower case letters, digits and dashes.',
    source: `${SOURCE} ValidateJob`,
    example: {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web.v1 }\nspec: { completionMode: Indexed, completions: 2 }',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: web-v1 }\nspec: { completionMode: Indexed, completions: 2 }',
    },
    visit: {
      Job({ metadata, spec = {} }, at, report) {
        const { completionMode, completions = 0 } = spec;
        if (completionMode !== 'Indexed' || completions <= 0) return;
        const name = metadata?.name ?? '';
        const host = `${name}-${completions - 1}`;
        if (dnsLabel(host).length === 0) return;
        const detail = `cannot create a pod with the invalid DNS label ${host}`;
        report(invalid(at.down('metadata', 'name'), name, detail));
      },
    },
  },
]);

/** The reasons why a text is not `domain/path`. Follows k8s.io/apimachinery pkg/util/validation IsDomainPrefixedPath. */
function domainPrefixedPath(text: string): string[] {
  const slash = text.indexOf('/');
  if (slash <= 0 || slash === text.length - 1) return ['must be a domain and a path, such as example.com/controller'];
  const reasons = dnsSubdomain(text.slice(0, slash));
  if (!URL_PATH.test(text.slice(slash + 1))) reasons.push('the path holds a character that a URL path cannot hold');
  return reasons;
}
