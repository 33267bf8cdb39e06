import { dnsLabel } from '../../../kubernetes/formats';
import type { Toleration } from '../../../kubernetes/generated/decoded';
import { duplicate, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportLabels } from './labels';

/** The first minor that tells a handler that is missing from one that is malformed. */
const REQUIRED_HANDLER_SINCE = 36;
const SOURCE = 'kubernetes pkg/apis/node/validation/validation.go';

/** A RuntimeClass: which container runtime runs a pod, and on which nodes. Its overhead is checked as that of a pod. */
export const runtimeClassRules = defineRules([
  {
    id: 'valid-runtime-handler',
    summary: 'The handler of a RuntimeClass is a DNS label.',
    why: 'The container runtime of the node knows its configurations by such names.',
    fix: 'Write the name that the nodes have configured, such as runsc.',
    source: `${SOURCE} ValidateRuntimeClass`,
    example: { bad: 'handler: My_Handler', good: 'handler: my-handler' },
    visit: {
      RuntimeClass({ handler = '' }, at, report, { minor }) {
        const field = at.child('handler');
        if (handler === '' && minor >= REQUIRED_HANDLER_SINCE) report(required(field));
        else for (const reason of dnsLabel(handler)) report(invalid(field, handler, reason));
      },
    },
  },
  {
    id: 'valid-runtime-class-node-selector',
    summary: 'The nodeSelector of a RuntimeClass holds label keys and label values.',
    why: 'No node can carry a label of another form.',
    fix: 'Write the labels as the nodes carry them.',
    source: `${SOURCE} validateScheduling`,
    example: {
      bad: 'handler: runsc\nscheduling: { nodeSelector: { runtime: g visor } }',
      good: 'handler: runsc\nscheduling: { nodeSelector: { runtime: gvisor } }',
    },
    visit: {
      RuntimeClass({ scheduling }, at, report) {
        if (scheduling?.nodeSelector)
          reportLabels(scheduling.nodeSelector, at.down('scheduling', 'nodeSelector'), report);
      },
    },
  },
  {
    id: 'unique-runtime-class-toleration',
    summary: 'No two tolerations of a RuntimeClass differ in nothing but their seconds.',
    why: 'Only one of them could be meant.',
    fix: 'Remove the repetition.',
    source: `${SOURCE} validateTolerations`,
    example: {
      bad: 'handler: runsc\nscheduling: { tolerations: [{ key: a, operator: Exists }, { key: a, operator: Exists }] }',
      good: 'handler: runsc\nscheduling: { tolerations: [{ key: a, operator: Exists }, { key: b, operator: Exists }] }',
    },
    visit: {
      RuntimeClass({ scheduling }, at, report) {
        const tolerations = scheduling?.tolerations;
        if (tolerations === undefined || tolerations.length < 2) return;
        const known = new Set<string>();
        tolerations.forEach((toleration, index) => {
          const identity = identityOf(toleration);
          if (known.has(identity)) report(duplicate(at.down('scheduling', 'tolerations').index(index), toleration));
          known.add(identity);
        });
      },
    },
  },
]);

function identityOf({ key = '', operator = '', value = '', effect = '' }: Toleration): string {
  return JSON.stringify([key, operator, value, effect]);
}
