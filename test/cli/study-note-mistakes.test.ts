import { mistakes } from './study-note-mistakes';
import { useWorkspace } from './workspace';

const workspace = useWorkspace();

interface Found {
  line: number;
  rule: string;
  says: string;
}

test.each(mistakes)('%s: each error stands at its line and says what to write', async (_name, manifest, expected) => {
  workspace.write('pod.yaml', manifest);
  const { code, out } = await workspace.run('validate', 'pod.yaml', '--format', 'json');
  const found = (JSON.parse(out) as { yaml: { line: number }; rule: string; message: string; fix: string }[]).map(
    ({ yaml, rule, message, fix }): Found => ({ line: yaml.line, rule, says: `${message} ${fix}` }),
  );
  expect(code).toBe(1);
  expect(found).toEqual(expected.map(([line, rule, says]) => ({ line, rule, says: expect.stringContaining(says) })));
});
