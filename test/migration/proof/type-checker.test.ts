import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TypeChecker } from '../../../lib/migration/proof/type-checker';
import { typeChecker } from '../tools';

const moduleOf = (name: string, text: string) => ({ name, text, statements: [] });

test('tells each mistake with its module and its place', () => {
  const wrong = "import { Chart } from 'podwright';\nimport { two } from './two';\nexport const one: Chart = two;\n";
  const modules = [moduleOf('one.ts', wrong), moduleOf('two.ts', 'export const two: number = 2;\n')];
  expect(typeChecker().check(modules)).toEqual([
    {
      module: 'one.ts',
      start: wrong.indexOf('one:'),
      message: expect.stringContaining("Type 'number' is not assignable"),
    },
  ]);
});

test('there is none where TypeScript is not installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  expect(TypeChecker.in(folder, {})).toBeUndefined();
  rmSync(folder, { recursive: true });
});
