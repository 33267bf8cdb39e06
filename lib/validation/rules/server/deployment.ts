import { atMostWhole, intOrPercent, isZero } from '../../../kubernetes/int-or-percent';
import { forbidden, invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const STRATEGIES = ['Recreate', 'RollingUpdate'];
const ROLLBACK_TO = 'deprecated.deployment.rollback.to';
const SOURCE = 'kubernetes pkg/apis/apps/validation/validation.go';

/** What is particular to Deployments: how they replace their pods. */
export const deploymentRules = defineRules([
  {
    id: 'valid-deployment-strategy',
    summary: 'The strategy of a Deployment is RollingUpdate or Recreate.',
    why: 'There is no other way in which it could replace its pods.',
    fix: 'Write strategy.type: RollingUpdate or Recreate, or leave strategy out for RollingUpdate.',
    source: `${SOURCE} ValidateDeploymentStrategy`,
    example: {
      bad: 'spec: { strategy: { type: Rolling } }',
      good: 'spec: { strategy: { type: RollingUpdate } }',
    },
    visit: {
      Deployment({ spec }, at, report) {
        const strategy = spec?.strategy;
        if (strategy?.type === undefined || STRATEGIES.includes(strategy.type)) return;
        const field = at.down('spec', 'strategy');
        const extra = { place: field.child('type'), ...didYouMean(strategy.type, STRATEGIES) };
        report(notSupported(field, strategy.type, STRATEGIES, extra));
      },
    },
  },
  {
    id: 'no-rolling-update-with-recreate',
    summary: 'A Deployment that recreates its pods has no rollingUpdate settings.',
    why: 'With Recreate all old pods end before a new one starts, so there is nothing to roll.',
    fix: 'Remove strategy.rollingUpdate, or write strategy.type: RollingUpdate.',
    source: `${SOURCE} ValidateDeploymentStrategy`,
    example: {
      bad: 'spec: { strategy: { type: Recreate, rollingUpdate: {} } }',
      good: 'spec: { strategy: { type: Recreate } }',
    },
    visit: {
      Deployment({ spec }, at, report) {
        const strategy = spec?.strategy;
        if (strategy?.type !== 'Recreate' || strategy.rollingUpdate === undefined) return;
        report(forbidden(at.down('spec', 'strategy', 'rollingUpdate'), 'may not be specified when type is Recreate'));
      },
    },
  },
  {
    id: 'valid-deployment-rolling-update',
    summary: '`maxSurge` and `maxUnavailable` are whole numbers or percentages, the latter at most 100%.',
    why: 'They say how many pods may come on top of the wanted ones, and how many of these may be missing.',
    fix: 'Write a number from 0 on without quotes, or a percentage such as 25%.',
    source: `${SOURCE} ValidateRollingUpdateDeployment`,
    example: {
      bad: 'spec: { strategy: { rollingUpdate: { maxSurge: "1" } } }',
      good: 'spec: { strategy: { rollingUpdate: { maxSurge: 1 } } }',
    },
    visit: {
      Deployment({ spec }, at, report) {
        const strategy = spec?.strategy;
        if (strategy?.type !== 'RollingUpdate') return;
        const { maxUnavailable = 0, maxSurge = 0 } = strategy.rollingUpdate ?? {};
        for (const reason of intOrPercent(maxUnavailable))
          report(invalid(at.down('spec', 'strategy', 'rollingUpdate', 'maxUnavailable'), maxUnavailable, reason));
        for (const reason of atMostWhole(maxUnavailable))
          report(invalid(at.down('spec', 'strategy', 'rollingUpdate', 'maxUnavailable'), maxUnavailable, reason));
        for (const reason of intOrPercent(maxSurge))
          report(invalid(at.down('spec', 'strategy', 'rollingUpdate', 'maxSurge'), maxSurge, reason));
      },
    },
  },
  {
    id: 'no-standstill-rolling-update',
    summary: '`maxSurge` and `maxUnavailable` are not both zero.',
    why: 'The update could neither add a pod nor take one away, and would never begin.',
    fix: 'Write maxSurge: 1 to keep every pod, or maxUnavailable: 1 to need no room for more.',
    source: `${SOURCE} ValidateRollingUpdateDeployment`,
    example: {
      bad: 'spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }',
      good: 'spec: { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }',
    },
    visit: {
      Deployment({ spec }, at, report) {
        const strategy = spec?.strategy;
        if (strategy?.type !== 'RollingUpdate') return;
        const { maxUnavailable = 0, maxSurge = 0 } = strategy.rollingUpdate ?? {};
        if (!isZero(maxUnavailable) || !isZero(maxSurge)) return;
        const field = at.down('spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
        report(invalid(field, maxUnavailable, 'may not be 0 when maxSurge is 0'));
      },
    },
  },
  {
    id: 'valid-progress-deadline',
    summary: '`progressDeadlineSeconds` is greater than minReadySeconds.',
    why: 'A pod counts as available after minReadySeconds, so that every rollout would miss its deadline.',
    fix: 'Raise progressDeadlineSeconds, whose default is 600, or lower minReadySeconds.',
    source: `${SOURCE} ValidateDeploymentSpec`,
    example: {
      bad: 'spec: { minReadySeconds: 600 }',
      good: 'spec: { minReadySeconds: 600, progressDeadlineSeconds: 1200 }',
    },
    visit: {
      Deployment({ spec = {} }, at, report) {
        const { minReadySeconds = 0, progressDeadlineSeconds: deadline = minReadySeconds + 1 } = spec;
        if (deadline > minReadySeconds) return;
        report(invalid(at.down('spec', 'progressDeadlineSeconds'), deadline, 'must be greater than minReadySeconds'));
      },
    },
  },
  {
    id: 'valid-rollback-revision',
    summary: 'The revision in the annotation deprecated.deployment.rollback.to is not negative.',
    why: 'The server still reads the annotation as the revision to go back to.',
    fix: 'Remove the annotation; kubectl rollout undo works without it.',
    source: `${SOURCE} ValidateRollback, pkg/apis/apps/v1/conversion.go Convert_v1_Deployment_To_apps_Deployment`,
    example: {
      bad: 'metadata: { name: web, annotations: { deprecated.deployment.rollback.to: "-1" } }',
      good: 'metadata: { name: web, annotations: { deprecated.deployment.rollback.to: "1" } }',
    },
    visit: {
      Deployment({ metadata }, at, report) {
        const revision = metadata?.annotations?.[ROLLBACK_TO];
        if (revision === undefined || !/^-0*[1-9]/.test(revision)) return;
        const place = at.down('metadata', 'annotations').key(ROLLBACK_TO);
        report(
          invalid(at.down('spec', 'rollback', 'version'), revision, 'must be greater than or equal to 0', { place }),
        );
      },
    },
  },
]);
