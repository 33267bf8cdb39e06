import { qualifiedName } from '../../../kubernetes/formats';
import { duplicate, forbidden, invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What holds a pod back from being scheduled, or from being ready. */
export const schedulingGateRules = defineRules([
  {
    id: 'valid-scheduling-gate',
    summary: 'The name of a scheduling gate is a qualified name.',
    why: 'Whoever takes the gate away looks for its name.',
    fix: 'Write a name such as example.com/quota.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSchedulingGates',
    example: {
      bad: 'schedulingGates: [{ name: my gate }]',
      good: 'schedulingGates: [{ name: example.com/quota }]',
    },
    visit: {
      podSpec({ schedulingGates }, at, report) {
        schedulingGates?.forEach(({ name = '' }, index) => {
          for (const reason of qualifiedName(name)) {
            const field = at.child('schedulingGates').index(index);
            report(invalid(field, name, reason, { place: field.child('name') }));
          }
        });
      },
    },
  },
  {
    id: 'unique-scheduling-gate',
    summary: 'No scheduling gate stands twice.',
    why: 'A gate is taken away by its name.',
    fix: 'Keep one of the two entries.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSchedulingGates',
    example: {
      bad: 'schedulingGates: [{ name: example.com/quota }, { name: example.com/quota }]',
      good: 'schedulingGates: [{ name: example.com/quota }, { name: example.com/budget }]',
    },
    visit: {
      podSpec({ schedulingGates }, at, report) {
        if (schedulingGates === undefined || schedulingGates.length < 2) return;
        const seen = new Set<string>();
        schedulingGates.forEach(({ name = '' }, index) => {
          if (seen.has(name)) {
            const field = at.child('schedulingGates').index(index);
            report(duplicate(field, name, { place: field.child('name') }));
          }
          seen.add(name);
        });
      },
    },
  },
  {
    id: 'no-node-name-with-scheduling-gate',
    summary: 'A Pod that is held back by scheduling gates is not bound to a node.',
    why: 'The gates say that it may not be scheduled yet.',
    fix: 'Drop nodeName, or the gates.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidatePodCreate',
    example: {
      bad: 'nodeName: node-1\nschedulingGates: [{ name: example.com/quota }]',
      good: 'schedulingGates: [{ name: example.com/quota }]',
    },
    visit: {
      podSpec({ nodeName, schedulingGates }, at, report, { isPod }) {
        if (isPod && nodeName && schedulingGates?.length)
          report(forbidden(at.child('nodeName'), 'cannot be set until all schedulingGates have been cleared'));
      },
    },
  },
  {
    id: 'valid-readiness-gate',
    summary: 'The conditionType of a readiness gate is a qualified name.',
    why: 'Conditions of pods have such names.',
    fix: 'Write a name such as example.com/load-balanced.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateReadinessGates',
    example: {
      bad: 'readinessGates: [{ conditionType: is ready }]',
      good: 'readinessGates: [{ conditionType: example.com/load-balanced }]',
    },
    visit: {
      podSpec({ readinessGates }, at, report) {
        readinessGates?.forEach(({ conditionType = '' }, index) => {
          for (const reason of qualifiedName(conditionType)) {
            const field = at.child('readinessGates').index(index).child('conditionType');
            report(invalid(field, conditionType, reason));
          }
        });
      },
    },
  },
]);
