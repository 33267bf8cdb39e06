import { runAppCommand, scriptOf } from '../../../lib/synthesis/loading/run-app-command';

test.each([
  ['main.ts', 'main.ts'],
  ['npx tsx main.ts', 'main.ts'],
  ['npx ts-node main.ts', 'main.ts'],
  ['ts-node --transpile-only src/main.ts', 'src/main.ts'],
  ['node main.js', 'main.js'],
  ['node dist/app.mjs', 'dist/app.mjs'],
  ['pipenv run python main.py', undefined],
  ['node main.js && echo done', undefined],
  ['node -r ./setup main.js', undefined],
])('%j runs the script %j', (app, script) => expect(scriptOf(app)).toBe(script));

test('gives the files that a command writes to CDK8S_OUTDIR', () => {
  const files = runAppCommand(
    'mkdir "$CDK8S_OUTDIR/b" && echo "kind: A" > "$CDK8S_OUTDIR/a.yaml" && echo "kind: B" > "$CDK8S_OUTDIR/b/b.yml" && echo no > "$CDK8S_OUTDIR/c.txt"',
  );
  expect(files).toEqual([
    { path: 'a.yaml', content: 'kind: A\n' },
    { path: 'b/b.yml', content: 'kind: B\n' },
  ]);
});

test.each([
  ['fails', 'exit 3', 'ERR_APP_FAILED', '`exit 3` ended with exit code 3.'],
  [
    'writes nothing',
    'true',
    'ERR_APP_NOT_SYNTHESIZED',
    '`true` wrote no manifests; it must write to the folder that CDK8S_OUTDIR names.',
  ],
])('a command that %s is an error', (_name, command, code, message) => {
  expect(() => runAppCommand(command)).toThrow(expect.objectContaining({ code, message }));
});
