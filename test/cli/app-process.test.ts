import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { useProgram } from './program';

const program = useProgram({ 'node_modules/cdk8s': 'node_modules/cdk8s' });

function synth(code: string, ...args: string[]) {
  const app = `import { App, Chart, ApiObject } from 'cdk8s';
function synth(name: string): void {
  const app = new App();
  new ApiObject(new Chart(app, name), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  app.synth();
}
const later = (action: () => void) => void setTimeout(action, 20);
`;
  program.write('main.ts', app + code);
  const ran = program.run('synth', '--profile', 'none', ...args);
  const dist = join(program.folder, 'dist');
  const files = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith('.yaml')) : [];
  return { ...ran, files };
}

describe('an app that', () => {
  test.each([
    ['ends the process', "synth('web'); process.exit(0);"],
    ['ends the process without a code', "synth('web'); process.exit();"],
    ['ends the process later', "later(() => { synth('web'); process.exit(0); });"],
    ['ends the process in a promise', "Promise.resolve().then(() => { synth('web'); process.exit(0); });"],
    ['ends the process where it catches errors', "try { synth('web'); process.exit(0); } catch { process.exit(1); }"],
    ['says itself that it went well', "synth('web'); process.exitCode = 0;"],
    ['lets a timer run that nobody waits for', "synth('web'); setInterval(() => {}, 1000).unref();"],
  ])('%s is synthesized', (_, code) => {
    expect(synth(code)).toMatchObject({
      code: 0,
      out: '',
      err: 'created dist/web.k8s.yaml\n',
      files: ['web.k8s.yaml'],
    });
  });

  test.each([
    ['later', "synth('web'); later(() => synth('api'));"],
    [
      'after it has waited',
      "synth('web'); (async () => { await null; await new Promise((done) => setTimeout(done, 9)); synth('api'); })();",
    ],
    [
      'after it has read a file',
      "import { readFile } from 'node:fs/promises'; synth('web'); readFile('main.ts').then(() => synth('api'));",
    ],
    [
      'after another program',
      "import { exec } from 'node:child_process'; synth('web'); exec('sleep 0.1', () => synth('api'));",
    ],
  ])('synthesizes once more %s has both', (_, code) => {
    expect(synth(code)).toMatchObject({ code: 0, files: ['api.k8s.yaml', 'web.k8s.yaml'] });
  });

  test.each([
    ['ends with exit code 3', "synth('web'); process.exit(3);", 'main.ts failed: it ended with exit code 3.'],
    ['ends with it later', "synth('web'); later(() => process.exit(3));", 'main.ts failed: it ended with exit code 3.'],
    ['says that it went wrong', "synth('web'); process.exitCode = 3;", 'main.ts failed: it ended with exit code 3.'],
    [
      'says that it went well and throws',
      "synth('web'); process.exitCode = 0; throw new TypeError('no');",
      'main.ts failed: TypeError: no\n',
    ],
    [
      'leaves a promise rejected',
      "synth('web'); Promise.reject(new TypeError('late'));",
      'main.ts failed: TypeError: late\n',
    ],
    [
      'throws later',
      "synth('web'); later(() => { throw new TypeError('late'); });",
      'main.ts failed: TypeError: late\n',
    ],
    ['rejects before it synthesizes', "Promise.reject(new TypeError('early'));", 'main.ts failed: TypeError: early\n'],
  ])('%s fails, and nothing is written', (_, code, message) => {
    expect(synth(code)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message), files: [] });
  });

  test('prints something leaves standard output to the manifests', () => {
    const code =
      "console.log('hello'); process.stdout.write('world\\n'); synth('web'); later(() => console.log('late'));";
    const { out, err } = synth(code, '--stdout');
    expect(out).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n');
    expect(err).toBe('hello\nworld\nlate\n');
  });
});
