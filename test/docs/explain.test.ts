import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';
import { codeOf } from './pages';

const workspace = useWorkspace();
const app = codeOf('docs/explain.md', 'ts').replace("'podwright'", `'${join(__dirname, 'podwright')}'`);

test('explain.md: the example is explained as shown', async () => {
  workspace.write('main.ts', app);
  const { code, out } = await workspace.run('explain', 'Deployment/web');
  expect([code, out]).toEqual([0, codeOf('docs/explain.md', 'text')]);
});

test('graph.md: the manifests are drawn as shown', async () => {
  workspace.write('shop.yaml', codeOf('docs/graph.md', 'yaml'));
  const { code, out } = await workspace.run('graph', 'shop.yaml');
  expect([code, out]).toEqual([0, codeOf('docs/graph.md', 'mermaid')]);
});
