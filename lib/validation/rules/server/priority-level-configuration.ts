import type {
  LimitedPriorityLevelConfiguration,
  LimitResponse,
  QueuingConfiguration,
} from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const TYPES = ['Exempt', 'Limited'];
const RESPONSES = ['Queue', 'Reject'];
const MOST_QUEUES = 10_000_000;
const HASH_BITS = 60;
/** The first minor in which a limited level may have no shares of its own. */
const ZERO_SHARES_SINCE = 29;
const SOURCE = 'kubernetes pkg/apis/flowcontrol/validation/validation.go';

/** A share of what the API server can do at once. */
export const priorityLevelConfigurationRules = defineRules([
  {
    id: 'valid-priority-level-type',
    summary: 'The type of a priority level is Limited, with limited beside it; only the level named exempt is Exempt.',
    why: 'Every other level has a limit.',
    fix: 'Write type: Limited and limited: { limitResponse: { type: Reject } }.',
    source: `${SOURCE} ValidatePriorityLevelConfigurationSpec`,
    example: {
      bad: priorityLevel('type: Limited'),
      good: priorityLevel('type: Limited, limited: { limitResponse: { type: Reject } }'),
    },
    visit: {
      PriorityLevelConfiguration({ metadata, spec = {} }, at, report) {
        const { type = '', limited } = spec;
        const field = at.down('spec', 'type');
        if ((metadata?.name === 'exempt') !== (type === 'Exempt'))
          report(invalid(field, type, "type must be 'Exempt' if and only if name is 'exempt'"));
        if (!TYPES.includes(type)) report(notSupported(field, type, TYPES, didYouMean(type, TYPES)));
        if (type === 'Exempt' && limited !== undefined)
          report(forbidden(at.down('spec', 'limited'), 'must be nil if the type is not Limited'));
        if (type === 'Limited' && limited === undefined)
          report(required(at.down('spec', 'limited'), 'must not be empty when type is Limited'));
      },
    },
  },
  {
    id: 'valid-concurrency-shares',
    summary:
      'The shares of a priority level are not negative, lendablePercent is 0 to 100, borrowingLimitPercent not negative.',
    why: 'The levels divide what the server can do by their shares, and lend each other what is idle.',
    fix: 'Leave the shares out for 30, and the percentages for no lending and no limit to borrowing.',
    source: `${SOURCE} ValidateLimitedPriorityLevelConfiguration, ValidateExemptPriorityLevelConfiguration`,
    example: {
      bad: priorityLevel('type: Limited, limited: { nominalConcurrencyShares: -1, limitResponse: { type: Reject } }'),
      good: priorityLevel('type: Limited, limited: { nominalConcurrencyShares: 1, limitResponse: { type: Reject } }'),
    },
    visit: {
      PriorityLevelConfiguration({ spec = {} }, at, report, { kind, minor }) {
        const { type, limited, exempt } = spec;
        if (type === 'Limited' && limited) {
          const field = at.down('spec', 'limited');
          // The older name is not part of the type that all versions share.
          const name = kind.version === 'v1beta2' ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares';
          const shares = (limited as Readonly<Record<string, unknown>>)[name];
          const least = minor >= ZERO_SHARES_SINCE ? 0 : 1;
          if (typeof shares === 'number' && shares < least)
            report(invalid(field.child(name), shares, `must be at least ${least}`));
          reportLending(limited.lendablePercent, field, report);
          if ((limited.borrowingLimitPercent ?? 0) < 0)
            report(
              invalid(field.child('borrowingLimitPercent'), limited.borrowingLimitPercent, 'must not be negative'),
            );
        } else if (type === 'Exempt' && exempt) {
          const field = at.down('spec', 'exempt');
          if ((exempt.nominalConcurrencyShares ?? 0) < 0)
            report(
              invalid(field.child('nominalConcurrencyShares'), exempt.nominalConcurrencyShares, 'must not be negative'),
            );
          reportLending(exempt.lendablePercent, field, report);
        }
      },
    },
  },
  {
    id: 'valid-limit-response',
    summary: 'The limitResponse of a priority level is Reject, or Queue with queuing.',
    why: 'It says what happens to requests beyond the limit.',
    fix: 'Write type: Reject, or type: Queue with queuing: {}.',
    source: `${SOURCE} ValidateLimitResponse`,
    example: {
      bad: priorityLevel('type: Limited, limited: { limitResponse: { type: Queue } }'),
      good: priorityLevel('type: Limited, limited: { limitResponse: { type: Queue, queuing: {} } }'),
    },
    visit: {
      PriorityLevelConfiguration({ spec }, at, report) {
        if (spec?.type !== 'Limited' || spec.limited === undefined) return;
        reportResponse(spec.limited, at.down('spec', 'limited', 'limitResponse'), report);
      },
    },
  },
  {
    id: 'valid-queuing',
    summary: `The queues of a priority level are 1 to ${MOST_QUEUES}, their length and the handSize positive, the hand not too big for the queues.`,
    why: 'A hand of queues is dealt to each flow, from a hash of 60 bits.',
    fix: 'Leave queuing empty for 64 queues, hands of 8 and a length of 50.',
    source: `${SOURCE} ValidatePriorityLevelQueuingConfiguration, k8s.io/apiserver pkg/util/shufflesharding RequiredEntropyBits`,
    example: {
      bad: priorityLevel(
        'type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 5 } } }',
      ),
      good: priorityLevel(
        'type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 4 } } }',
      ),
    },
    visit: {
      PriorityLevelConfiguration({ spec }, at, report) {
        const response = spec?.limited?.limitResponse;
        if (spec?.type !== 'Limited' || response?.type !== 'Queue' || response.queuing === undefined) return;
        reportQueuing(response.queuing, at.down('spec', 'limited', 'limitResponse', 'queuing'), report);
      },
    },
  },
]);

function priorityLevel(spec: string): string {
  return `apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: PriorityLevelConfiguration\nmetadata: { name: web }\nspec: { ${spec} }`;
}

function reportLending(percent = 0, at: FieldPath, report: Report): void {
  if (percent < 0 || percent > 100) report(invalid(at.child('lendablePercent'), percent, 'must be between 0 and 100'));
}

function reportResponse(limited: LimitedPriorityLevelConfiguration, at: FieldPath, report: Report): void {
  const { type = '', queuing }: LimitResponse = limited.limitResponse ?? {};
  if (!RESPONSES.includes(type)) report(notSupported(at.child('type'), type, RESPONSES, didYouMean(type, RESPONSES)));
  if (type === 'Reject' && queuing !== undefined) report(forbidden(at.child('queuing'), 'must be nil for Reject'));
  if (type === 'Queue' && queuing === undefined) report(required(at.child('queuing'), 'must not be empty for Queue'));
}

function reportQueuing(queuing: QueuingConfiguration, at: FieldPath, report: Report): void {
  const { queues = 0, handSize = 0, queueLengthLimit = 0 } = queuing;
  if (queueLengthLimit <= 0) report(invalid(at.child('queueLengthLimit'), queueLengthLimit, 'must be positive'));
  if (queues <= 0) report(invalid(at.child('queues'), queues, 'must be positive'));
  else if (queues > MOST_QUEUES) report(invalid(at.child('queues'), queues, `must not be greater than ${MOST_QUEUES}`));
  const hand = at.child('handSize');
  if (handSize <= 0) report(invalid(hand, handSize, 'must be positive'));
  else if (handSize > queues) report(invalid(hand, handSize, `should not be greater than queues (${queues})`));
  else if (Math.ceil(Math.log2(queues) * handSize) > HASH_BITS)
    report(invalid(hand, handSize, `needs more than ${HASH_BITS} bits for ${queues} queues`));
}
