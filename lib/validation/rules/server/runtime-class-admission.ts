import { forbidden } from '../../finding';
import { defineRules } from '../../rule';

/** What the admission of RuntimeClasses asks of a Pod. */
export const runtimeClassAdmissionRules = defineRules([
  {
    id: 'no-overhead-without-runtime-class',
    summary: 'A Pod without a runtimeClassName has no overhead.',
    why: 'The overhead of a Pod is that of its RuntimeClass, which the API server fills in.',
    fix: 'Drop overhead.',
    source: 'kubernetes plugin/pkg/admission/runtimeclass/admission.go validateOverhead',
    stage: 'admission',
    example: { bad: 'overhead: { cpu: 100m }', good: 'runtimeClassName: gvisor\noverhead: { cpu: 100m }' },
    visit: {
      podSpec({ overhead, runtimeClassName }, at, report, { isPod }) {
        if (isPod && overhead && runtimeClassName === undefined)
          report(forbidden(at.child('overhead'), 'may not be set without a RuntimeClass that has one'));
      },
    },
  },
]);
