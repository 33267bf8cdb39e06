import { KUBECTL_LINES } from '../../scripts/migration/kubectl-lines';
import { useWorkspace } from '../cli/workspace';
import { codeOf, textOf } from './pages';

const PAGE = 'docs/migrate.md';
const workspace = useWorkspace();

test('the file of the example gives the program that is shown', async () => {
  workspace.write('web.yaml', codeOf(PAGE, 'yaml'));
  expect(await workspace.run('migrate', 'web.yaml')).toMatchObject({ code: 0, out: codeOf(PAGE, 'ts') });
});

test('it names every object that kubectl lines are tested for', () => {
  const created = KUBECTL_LINES.map((line) => /^kubectl create (\w+)/.exec(line)?.[1] ?? 'run');
  const aliases = ['cj', 'cm', 'deploy', 'pc', 'pdb', 'svc'];
  for (const word of created) if (!aliases.includes(word)) expect(textOf(PAGE)).toContain(word);
});
