import { byteLength } from '../../../kubernetes/formats';
import { readIndexList } from '../../../kubernetes/index-list';
import { invalid, required, tooLong, tooMany } from '../../finding';
import { defineRules } from '../../rule';

const MOST_RULES = 20;
const LONGEST_INDEXES = 64 * 1024;
const SOURCE = 'kubernetes pkg/apis/batch/validation/validation.go';

const job = (policy: string, mode = 'completionMode: Indexed, completions: 4, ') =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: web }\nspec: { ${mode}successPolicy: ${policy} }`;

/** When an Indexed Job has succeeded before all its indexes have. */
export const successPolicyRules = defineRules([
  {
    id: 'no-success-policy',
    summary: 'Only an Indexed Job has a successPolicy.',
    why: 'The policy says which indexes are enough.',
    fix: 'Write completionMode: Indexed, or remove successPolicy.',
    source: `${SOURCE} validateJobSpec`,
    example: {
      bad: job('{ rules: [{ succeededCount: 1 }] }', ''),
      good: job('{ rules: [{ succeededCount: 1 }] }'),
    },
    visit: {
      jobSpec({ completionMode, successPolicy }, at, report) {
        if (successPolicy && completionMode !== 'Indexed')
          report(invalid(at.child('successPolicy'), successPolicy, 'requires indexed completion mode'));
      },
    },
  },
  {
    id: 'require-success-rule',
    summary: 'A successPolicy has 1 to 20 rules, each with a number of indexes, a list of them, or both.',
    why: 'A policy without a rule could never be met.',
    fix: 'Write succeededCount or succeededIndexes into each of at most 20 rules.',
    source: `${SOURCE} validateSuccessPolicy, validateSuccessPolicyRule`,
    example: { bad: job('{ rules: [{}] }'), good: job('{ rules: [{ succeededCount: 1 }] }') },
    visit: {
      jobSpec({ completionMode, successPolicy }, at, report) {
        if (!successPolicy || completionMode !== 'Indexed') return;
        const { rules = [] } = successPolicy;
        const field = at.down('successPolicy', 'rules');
        if (rules.length === 0) report(required(field, 'at least one rule must be specified'));
        if (rules.length > MOST_RULES) report(tooMany(field, rules.length, MOST_RULES));
        rules.forEach(({ succeededCount, succeededIndexes }, index) => {
          if (succeededCount === undefined && succeededIndexes === undefined)
            report(
              required(field.index(index), 'at least one of succeededCount or succeededIndexes must be specified'),
            );
        });
      },
    },
  },
  {
    id: 'valid-succeeded-indexes',
    summary: '`succeededIndexes` lists indexes and intervals of indexes in ascending order, each below completions.',
    why: 'The Job has succeeded when the listed indexes have.',
    fix: 'Write a text such as "0,2-4".',
    source: `${SOURCE} validateSuccessPolicyRule, validateIndexesFormat`,
    example: {
      bad: job('{ rules: [{ succeededIndexes: "2-0" }] }'),
      good: job('{ rules: [{ succeededIndexes: "0-2" }] }'),
    },
    visit: {
      jobSpec({ completionMode, completions, successPolicy }, at, report) {
        if (completionMode !== 'Indexed' || completions === undefined) return;
        successPolicy?.rules?.forEach(({ succeededIndexes: indexes }, index) => {
          if (indexes === undefined) return;
          const field = at.down('successPolicy', 'rules').index(index).child('succeededIndexes');
          if (byteLength(indexes) > LONGEST_INDEXES) report(tooLong(field, LONGEST_INDEXES));
          const list = readIndexList(indexes, completions);
          if ('reason' in list) report(invalid(field, indexes, `error parsing succeededIndexes: ${list.reason}`));
        });
      },
    },
  },
  {
    id: 'valid-succeeded-count',
    summary: '`succeededCount` is zero or more, at most completions and at most the indexes that are listed beside it.',
    why: 'More indexes than there are cannot succeed.',
    fix: 'Write a number from 0 to the number of indexes that it counts.',
    source: `${SOURCE} validateSuccessPolicyRule`,
    example: {
      bad: job('{ rules: [{ succeededCount: 5 }] }'),
      good: job('{ rules: [{ succeededCount: 4 }] }'),
    },
    visit: {
      jobSpec({ completionMode, completions, successPolicy }, at, report) {
        if (completionMode !== 'Indexed' || completions === undefined) return;
        successPolicy?.rules?.forEach(({ succeededCount: count, succeededIndexes }, index) => {
          if (count === undefined) return;
          const field = at.down('successPolicy', 'rules').index(index).child('succeededCount');
          const listed = succeededIndexes === undefined ? undefined : readIndexList(succeededIndexes, completions);
          const listedCount = listed && ('count' in listed ? listed.count : 0);
          if (count < 0) report(invalid(field, count, 'must be greater than or equal to 0'));
          if (count > completions)
            report(invalid(field, count, `must be less than or equal to completions, ${completions}`));
          else if (listedCount !== undefined && count > listedCount)
            report(invalid(field, count, `must be less than or equal to the number of indexes listed, ${listedCount}`));
        });
      },
    },
  },
]);
