import { priorityClassAdvice } from '../../../../lib/validation/rules/advice/priority-class';
import { pod } from '../../manifests';
import { testAdvice } from '../test-advice';

testAdvice(priorityClassAdvice, {
  'require-priority-class': {
    valid: { 'a class': pod({ priorityClassName: 'important' }) },
    invalid: { none: [pod(), 'spec.priorityClassName: the priority of the default class'] },
  },
});
