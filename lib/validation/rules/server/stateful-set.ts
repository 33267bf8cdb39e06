import { dnsLabel } from '../../../kubernetes/formats';
import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const STRATEGIES = ['RollingUpdate', 'OnDelete'];
const POD_MANAGEMENT = ['OrderedReady', 'Parallel'];
const RETENTION = ['Retain', 'Delete'];
const RETENTION_MOMENTS = ['whenDeleted', 'whenScaled'] as const;
const SOURCE = 'kubernetes pkg/apis/apps/validation/validation.go';

/** What is particular to StatefulSets: order, identity and claims. */
export const statefulSetRules = defineRules([
  {
    id: 'valid-stateful-set-strategy',
    summary: 'The updateStrategy of a StatefulSet is RollingUpdate or OnDelete, and only the former has settings.',
    why: 'With OnDelete pods are replaced when somebody deletes them, so there is nothing to roll.',
    fix: 'Write updateStrategy.type: RollingUpdate, or OnDelete without rollingUpdate.',
    source: `${SOURCE} ValidateStatefulSetSpec`,
    example: {
      bad: 'spec: { updateStrategy: { type: OnDelete, rollingUpdate: {} } }',
      good: 'spec: { updateStrategy: { type: OnDelete } }',
    },
    visit: {
      StatefulSet({ spec }, at, report) {
        const strategy = spec?.updateStrategy;
        if (strategy?.type === undefined || strategy.type === 'RollingUpdate') return;
        const field = at.down('spec', 'updateStrategy');
        if (strategy.type !== 'OnDelete') {
          const extra = { place: field.child('type'), ...didYouMean(strategy.type, STRATEGIES) };
          report(invalid(field, strategy.type, 'must be RollingUpdate or OnDelete', extra));
        } else if (strategy.rollingUpdate) {
          const detail = 'only allowed for updateStrategy RollingUpdate';
          report(invalid(field.child('rollingUpdate'), strategy.rollingUpdate, detail));
        }
      },
    },
  },
  {
    id: 'valid-partition',
    summary: 'The partition of a rolling update is zero or more.',
    why: 'It is the ordinal from which on pods are updated.',
    fix: 'Write the lowest ordinal to update, or leave partition out to update all.',
    source: `${SOURCE} validateRollingUpdateStatefulSet`,
    example: {
      bad: 'spec: { updateStrategy: { rollingUpdate: { partition: -1 } } }',
      good: 'spec: { updateStrategy: { rollingUpdate: { partition: 0 } } }',
    },
    visit: {
      StatefulSet({ spec }, at, report) {
        const strategy = spec?.updateStrategy;
        const partition = strategy?.rollingUpdate?.partition ?? 0;
        if (strategy?.type !== 'RollingUpdate' || partition >= 0) return;
        const field = at.down('spec', 'updateStrategy', 'rollingUpdate', 'partition');
        report(invalid(field, partition, 'must be greater than or equal to 0'));
      },
    },
  },
  {
    id: 'valid-pod-management-policy',
    summary: '`podManagementPolicy` is OrderedReady or Parallel.',
    why: 'Pods are started one after the other or all at once.',
    fix: 'Leave podManagementPolicy out for OrderedReady, or write Parallel.',
    source: `${SOURCE} ValidateStatefulSetSpec`,
    example: { bad: 'spec: { podManagementPolicy: Ordered }', good: 'spec: { podManagementPolicy: Parallel }' },
    visit: {
      StatefulSet({ spec }, at, report) {
        const policy = spec?.podManagementPolicy;
        if (policy === undefined || POD_MANAGEMENT.includes(policy)) return;
        const field = at.down('spec', 'podManagementPolicy');
        report(invalid(field, policy, 'must be OrderedReady or Parallel', didYouMean(policy, POD_MANAGEMENT)));
      },
    },
  },
  {
    id: 'valid-service-name',
    summary: 'The serviceName of a StatefulSet is a DNS label.',
    why: 'It becomes a part of the DNS name of every pod.',
    fix: 'Write the name of the headless Service, without namespace and domain.',
    source: `${SOURCE} ValidateStatefulSet`,
    since: 33,
    example: { bad: 'spec: { serviceName: web.default }', good: 'spec: { serviceName: web }' },
    visit: {
      StatefulSet({ spec }, at, report) {
        const name = spec?.serviceName;
        if (name) for (const reason of dnsLabel(name)) report(invalid(at.down('spec', 'serviceName'), name, reason));
      },
    },
  },
  {
    id: 'valid-start-ordinal',
    summary: 'The first ordinal of a StatefulSet is zero or more.',
    why: 'Ordinals count upwards from it.',
    fix: 'Leave ordinals.start out for zero.',
    source: `${SOURCE} ValidateStatefulSetSpec`,
    example: { bad: 'spec: { ordinals: { start: -1 } }', good: 'spec: { ordinals: { start: 1 } }' },
    visit: {
      StatefulSet({ spec }, at, report) {
        const start = spec?.ordinals?.start ?? 0;
        if (start < 0)
          report(invalid(at.down('spec', 'ordinals', 'start'), start, 'must be greater than or equal to 0'));
      },
    },
  },
  {
    id: 'valid-claim-retention-policy',
    summary: 'Claims are kept or deleted: whenDeleted and whenScaled are Retain or Delete.',
    why: 'There is nothing else to do with a claim whose pod has gone.',
    fix: 'Leave the field out for Retain, or write Delete.',
    source: `${SOURCE} ValidatePersistentVolumeClaimRetentionPolicy`,
    example: {
      bad: 'spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: Recycle } }',
      good: 'spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: Delete } }',
    },
    visit: {
      StatefulSet({ spec }, at, report) {
        const retention = spec?.persistentVolumeClaimRetentionPolicy;
        if (!retention) return;
        for (const moment of RETENTION_MOMENTS) {
          const policy = retention[moment] ?? 'Retain';
          if (RETENTION.includes(policy)) continue;
          const field = at.down('spec', 'persistentVolumeClaimRetentionPolicy', moment);
          report(notSupported(field, policy, RETENTION, didYouMean(policy, RETENTION)));
        }
      },
    },
  },
]);
