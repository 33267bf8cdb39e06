import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import '../../lib/testing';
import { matchers } from '../../lib/testing';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';
import { compile } from '../types/compile';

const TEXT = readFileSync(join(__dirname, '../../docs/testing.md'), 'utf8');
const blocks = (language: string) =>
  [...TEXT.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');

const [EXAMPLE = '', OBJECT_IN = '', SERIALIZER = ''] = blocks('ts');
const workspace = useWorkspace();

/** Runs code as a test file of a reader beside the files of the workspace, and says which tests it has. */
function run(code: string): string[] {
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
  const script = transformSync(code, { jsc, module: { type: 'commonjs' } }).code;
  const load = (name: string) => require(name.replace(/^podwright/, '../../lib'));
  const titles: string[] = [];
  const test = (title: string, action: () => void) => {
    titles.push(title);
    action();
  };
  new Function('require', 'exports', 'test', 'expect', script)(load, {}, test, beside);
  return titles;
}

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
  expect(run(EXAMPLE + OBJECT_IN + SERIALIZER)).toHaveLength(3);
  expect(workspace.files()).toEqual(['web.yaml']);
  expect(workspace.read('web.yaml')).toContain('replicas: 3');
});

test('the failure is what the example says of other numbers', () => {
  const other = EXAMPLE.replace(
    '{ periodSeconds: 5, failureThreshold: 3 }',
    '{ periodSeconds: 10, failureThreshold: 5 }',
  );
  expect(`${failureOf(() => run(other))}\n`).toBe(blocks('text')[0]);
});

test('the examples compile', () => {
  const local = (code: string) => code.replaceAll(/'podwright(.*?)'/g, `'${join(__dirname, '../../lib')}$1'`);
  const found = compile([local(EXAMPLE), local(EXAMPLE + OBJECT_IN), local(SERIALIZER)], '');
  expect(found).toEqual([[], [], []]);
});

test('every matcher is described', () => {
  const rows = TEXT.split('\n').filter((line) => line.startsWith('| `to'));
  const described = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/to[A-Z]\w+/g) ?? []);
  expect(described.sort()).toEqual(Object.keys(matchers).sort());
});

test('what it links is there', () => {
  for (const [, file = ''] of TEXT.matchAll(/\]\(([^)#:]+)/g))
    expect(() => readFileSync(join(dirname(require.resolve('../../docs/testing.md')), file))).not.toThrow();
});
