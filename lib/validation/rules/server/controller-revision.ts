import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/apps/validation/validation.go ValidateControllerRevision';

/** A kept state of a StatefulSet or a DaemonSet; seldom written by hand. */
export const controllerRevisionRules = defineRules([
  {
    id: 'require-revision-data',
    summary: 'A ControllerRevision holds the state that it keeps, as a JSON object.',
    why: 'There is nothing to go back to otherwise.',
    fix: 'Write the kept state as a map in data.',
    source: SOURCE,
    example: { bad: 'revision: 1', good: 'data: {}' },
    visit: {
      ControllerRevision({ data }, at, report, { minor }) {
        if (data === undefined) report(required(at.child('data'), 'data is mandatory'));
        else if (minor >= OBJECT_SINCE && (typeof data !== 'object' || Array.isArray(data)))
          report(required(at.child('data'), 'data must be a valid JSON object'));
      },
    },
  },
  {
    id: 'valid-revision',
    summary: 'The number of a ControllerRevision is zero or more.',
    why: 'Revisions are counted upwards.',
    fix: 'Write zero or more.',
    source: SOURCE,
    example: { bad: 'data: {}\nrevision: -1', good: 'data: {}\nrevision: 1' },
    visit: {
      ControllerRevision({ revision = 0 }, at, report) {
        if (revision < 0) report(invalid(at.child('revision'), revision, 'must be greater than or equal to 0'));
      },
    },
  },
]);

/** The first minor that asks for an object rather than any JSON. */
const OBJECT_SINCE = 31;
