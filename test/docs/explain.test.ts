import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';
import { compile } from '../types/compile';

const DOCS = join(__dirname, '../../docs');
const LIBRARY = join(__dirname, 'podwright');
const textOf = (guide: string) => readFileSync(join(DOCS, guide), 'utf8');
const block = (guide: string, language: string) =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(textOf(guide))?.[1] ?? '';

const workspace = useWorkspace();
const app = block('explain.md', 'ts').replace("'podwright'", `'${LIBRARY}'`);

test('explain.md: the example compiles', () => {
  expect(compile([app], '')).toEqual([[]]);
});

test('explain.md: the example is explained as shown', async () => {
  workspace.write('main.ts', app);
  const { code, out } = await workspace.run('explain', 'Deployment/web');
  expect([code, out]).toEqual([0, block('explain.md', 'text')]);
});

test('graph.md: the manifests are drawn as shown', async () => {
  workspace.write('shop.yaml', block('graph.md', 'yaml'));
  const { code, out } = await workspace.run('graph', 'shop.yaml');
  expect([code, out]).toEqual([0, block('graph.md', 'mermaid')]);
});

test.each(['explain', 'graph'])('%s.md: every option that it names exists', async (command) => {
  const help = (await workspace.run(command, '--help')).out;
  const named = [...textOf(`${command}.md`).matchAll(new RegExp(`podwright ${command}[^\`|#\\n]*`, 'g'))].flatMap(
    ([line]) => line.match(/--[a-z-]+/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((option) => !help.includes(option))).toEqual([]);
});
