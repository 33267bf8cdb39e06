import { invalid } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/coordination/validation/validation.go ValidateLeaseSpec';

/** A Lease: who holds it, and for how long. */
export const leaseRules = defineRules([
  {
    id: 'valid-lease-duration',
    summary: 'leaseDurationSeconds is above zero.',
    why: 'Others may take the lease when that time has passed.',
    fix: 'Write a number of seconds of at least 1.',
    source: SOURCE,
    example: { bad: 'spec: { leaseDurationSeconds: 0 }', good: 'spec: { leaseDurationSeconds: 15 }' },
    visit: {
      Lease({ spec }, at, report) {
        const seconds = spec?.leaseDurationSeconds;
        if (seconds !== undefined && seconds <= 0)
          report(invalid(at.down('spec', 'leaseDurationSeconds'), seconds, 'must be greater than 0'));
      },
    },
  },
  {
    id: 'valid-lease-transitions',
    summary: 'leaseTransitions is zero or more.',
    why: 'It counts how often the holder has changed.',
    fix: 'Leave leaseTransitions out; it is counted by the holders.',
    source: SOURCE,
    example: { bad: 'spec: { leaseTransitions: -1 }', good: 'spec: { leaseTransitions: 0 }' },
    visit: {
      Lease({ spec }, at, report) {
        const transitions = spec?.leaseTransitions;
        if (transitions !== undefined && transitions < 0)
          report(invalid(at.down('spec', 'leaseTransitions'), transitions, 'must be greater than or equal to 0'));
      },
    },
  },
]);
