import { join } from 'node:path';
import '../../lib/testing';
import { matchers } from '../../lib/testing';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';
import { blocksOf, codeOf, textOf } from './pages';
import { runExample } from './run-example';

const PAGE = 'docs/testing.md';
const [EXAMPLE = '', OBJECT_IN = '', SERIALIZER = ''] = blocksOf(PAGE, 'ts').map(({ code }) => code);
const workspace = useWorkspace();

/** `expect` as it is in a test of the workspace, in a run that writes files that are missing. */
const beside = Object.assign(
  (received: unknown) => {
    const assertion = expect(received);
    const context = { testPath: join(process.cwd(), 'web.test.ts'), snapshotState: { _updateSnapshot: 'new' } };
    return Object.assign(Object.create(assertion), {
      toMatchManifestFile: (path: string) =>
        expect(matchers.toMatchManifestFile.call(context, received, path)).toMatchObject({ pass: true }),
    });
  },
  { addSnapshotSerializer: () => {} },
);

test('the example holds, and writes its file', () => {
  expect(runExample(EXAMPLE + OBJECT_IN + SERIALIZER, beside).titles).toHaveLength(3);
  expect(workspace.files()).toEqual(['web.yaml']);
  expect(workspace.read('web.yaml')).toContain('replicas: 3');
});

test('the failure is what the example says of other numbers', () => {
  const other = EXAMPLE.replace(
    '{ periodSeconds: 5, failureThreshold: 3 }',
    '{ periodSeconds: 10, failureThreshold: 5 }',
  );
  expect(`${failureOf(() => runExample(other, beside))}\n`).toBe(codeOf(PAGE, 'text'));
});

test('every matcher is described', () => {
  const rows = textOf(PAGE)
    .split('\n')
    .filter((line) => line.startsWith('| `to'));
  const described = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/to[A-Z]\w+/g) ?? []);
  expect(described.sort()).toEqual(Object.keys(matchers).sort());
});
