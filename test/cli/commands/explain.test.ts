import { useWorkspace } from '../workspace';

const workspace = useWorkspace();

test('prints a rule as the rule list does', async () => {
  const { code, out, err } = await workspace.run('explain', 'valid-probe-success-threshold');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^### valid-probe-success-threshold\n\nA liveness or startup probe/);
});

test.each([
  [['explain'], 'name one rule'],
  [['explain', 'valid-probe-sucess-threshold'], 'did you mean valid-probe-success-threshold?'],
  [['explain', 'zzz'], "there is no rule 'zzz'."],
])('wrong use %j is answered with what is right', async (args, message) => {
  const { code, err } = await workspace.run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
