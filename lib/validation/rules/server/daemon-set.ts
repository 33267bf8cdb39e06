import type { DaemonSet } from '../../../kubernetes/generated/decoded';
import { atMostWhole, intOrPercent, isZero } from '../../../kubernetes/int-or-percent';
import { invalid, notSupported, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const STRATEGIES = ['RollingUpdate', 'OnDelete'];
const BOUNDS = ['maxUnavailable', 'maxSurge'] as const;
const FIX_STANDSTILL = 'Leave maxUnavailable out for 1, or write maxSurge: 1 beside it.';
const SOURCE = 'kubernetes pkg/apis/apps/validation/validation.go';

/** What is particular to DaemonSets: how they replace the pod of a node. */
export const daemonSetRules = defineRules([
  {
    id: 'valid-daemon-set-strategy',
    summary: 'The updateStrategy of a DaemonSet is RollingUpdate or OnDelete.',
    why: 'There is no other way in which it could replace its pods.',
    fix: 'Write updateStrategy.type: RollingUpdate or OnDelete, or leave updateStrategy out for RollingUpdate.',
    source: `${SOURCE} ValidateDaemonSetUpdateStrategy`,
    example: {
      bad: 'spec: { updateStrategy: { type: Recreate } }',
      good: 'spec: { updateStrategy: { type: OnDelete } }',
    },
    visit: {
      DaemonSet({ spec }, at, report) {
        const type = spec?.updateStrategy?.type;
        if (type === undefined || STRATEGIES.includes(type)) return;
        const field = at.down('spec', 'updateStrategy');
        report(notSupported(field, type, STRATEGIES, { place: field.child('type'), ...didYouMean(type, STRATEGIES) }));
      },
    },
  },
  {
    id: 'valid-daemon-set-rolling-update',
    summary: '`maxUnavailable` and `maxSurge` of a DaemonSet are whole numbers or percentages of at most 100%.',
    why: 'They say on how many nodes the pod may be missing or doubled at a time.',
    fix: 'Write a number from 0 on without quotes, or a percentage such as 10%.',
    source: `${SOURCE} ValidateRollingUpdateDaemonSet`,
    example: {
      bad: 'spec: { updateStrategy: { rollingUpdate: { maxUnavailable: "1" } } }',
      good: 'spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 10% } } }',
    },
    visit: {
      DaemonSet(daemonSet, at, report) {
        const rollingUpdate = rollingUpdateOf(daemonSet);
        if (!rollingUpdate) return;
        for (const name of BOUNDS) {
          const bound = rollingUpdate[name] ?? 0;
          for (const reason of intOrPercent(bound))
            report(invalid(at.down('spec', 'updateStrategy', 'rollingUpdate', name), bound, reason));
          for (const reason of atMostWhole(bound))
            report(invalid(at.down('spec', 'updateStrategy', 'rollingUpdate', name), bound, reason));
        }
      },
    },
  },
  {
    id: 'valid-daemon-set-surge',
    summary: 'Exactly one of maxUnavailable, whose default is 1, and maxSurge is not zero.',
    why: 'On a node the new pod either comes beside the old one or takes its place.',
    fix: 'Leave maxSurge out, or write maxUnavailable: 0 beside it.',
    source: `${SOURCE} ValidateRollingUpdateDaemonSet`,
    example: {
      bad: 'spec: { updateStrategy: { rollingUpdate: { maxSurge: 1 } } }',
      good: 'spec: { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }',
    },
    visit: {
      DaemonSet(daemonSet, at, report) {
        const rollingUpdate = rollingUpdateOf(daemonSet);
        if (!rollingUpdate) return;
        const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate;
        const surges = !isZero(maxSurge);
        if (surges === isZero(maxUnavailable)) return;
        const field = at.down('spec', 'updateStrategy', 'rollingUpdate');
        if (surges)
          report(invalid(field.child('maxSurge'), maxSurge, 'may not be set when maxUnavailable is non-zero'));
        else report(required(field.child('maxUnavailable'), 'cannot be 0 when maxSurge is 0', { fix: FIX_STANDSTILL }));
      },
    },
  },
]);

/** The settings that count; beside OnDelete they are not looked at. */
function rollingUpdateOf({ spec }: DaemonSet) {
  const strategy = spec?.updateStrategy;
  return strategy?.type === 'RollingUpdate' ? strategy.rollingUpdate : undefined;
}
