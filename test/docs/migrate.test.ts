import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBECTL_LINES } from '../../scripts/migration/kubectl-lines';
import { useWorkspace } from '../cli/workspace';

const text = readFileSync(join(__dirname, '../../docs/migrate.md'), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(text)?.[1] ?? '';
const workspace = useWorkspace();

test('the file of the example gives the program that is shown', async () => {
  workspace.write('web.yaml', block('yaml'));
  expect(await workspace.run('migrate', 'web.yaml')).toMatchObject({ code: 0, out: block('ts') });
});

test('every command line that it shows runs', async () => {
  workspace.write('k8s/web.yaml', block('yaml'));
  workspace.input = block('yaml');
  const lines = block('sh').replaceAll(/ +#.*/g, '').trim().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const words = [...line.replace(/.*npx podwright /, '').matchAll(/'([^']*)'|(\S+)/g)];
    const { code } = await workspace.run(...words.map(([, quoted, plain]) => quoted ?? plain ?? ''));
    expect([line, code]).toEqual([line, 0]);
  }
  expect(workspace.files()).toEqual(['app.ts', 'charts/main.ts', 'charts/web.ts', 'k8s/web.yaml']);
});

test('it names every object that kubectl lines are tested for', () => {
  const created = KUBECTL_LINES.map((line) => /^kubectl create (\w+)/.exec(line)?.[1] ?? 'run');
  const aliases = ['cj', 'cm', 'deploy', 'pc', 'pdb', 'svc'];
  for (const word of created) if (!aliases.includes(word)) expect(text).toContain(word);
});
