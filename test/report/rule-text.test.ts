import { ruleText } from '../../lib/report/rule-text';
import type { Rule } from '../../lib/validation/rule';

const rule: Rule = {
  id: 'valid-thing',
  summary: 'A thing is valid.',
  why: 'Because.',
  fix: 'Mend it.',
  source: 'file.go validateThing',
  example: { bad: 'thing: bad', good: 'thing: good' },
  visit: {},
};

test('says all that there is to know of a rule', () => {
  expect(ruleText(rule)).toBe(`### valid-thing

A thing is valid.

- **Severity**: error
- **Why**: Because.
- **Fix**: Mend it.
- **Kubernetes**: 1.28 to 1.36
- **Source**: file.go validateThing

Bad:

\`\`\`yaml
thing: bad
\`\`\`

Good:

\`\`\`yaml
thing: good
\`\`\`
`);
});

test.each([
  [{ since: 34 }, '1.34 to 1.36'],
  [{ until: 29 }, '1.28 to 1.29'],
  [{ since: 34, until: 34 }, '1.34 only'],
])('%j is %j', (range, text) => expect(ruleText({ ...rule, ...range })).toContain(`- **Kubernetes**: ${text}\n`));
