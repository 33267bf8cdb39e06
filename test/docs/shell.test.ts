import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { blocksOf, codeOf, inlineCodeOf, pages, ROOT, textOf } from './pages';
import { type Reader, Readers } from './reader';

/** The tutorials run by themselves: learn.test.ts. */
const read = pages.filter((page) => !page.includes('/learn'));

/** The app of a page whose commands are about its own example. */
const APPS: Record<string, string> = {
  'docs/environments.md': codeOf('docs/environments.md', 'ts'),
  'docs/explain.md': codeOf('docs/explain.md', 'ts'),
  'docs/graph.md': codeOf('docs/explain.md', 'ts'),
};

/** Commands that cannot run here, with the file that runs them and what stands for them there. */
const ELSEWHERE: Record<string, readonly [string, string]> = {
  'npm ci && npm run synth': ['.ci/run', 'npm ci\nnpm run synth\n'],
  'npm cit': ['.ci/run', ' npm cit\n'],
  'npm install podwright': ['test/package/package.test.ts', "npm(['install', '--offline'"],
};

/** Commands that end when they are interrupted. */
const ENDLESS = 'npx podwright watch';

/** A command line in a sentence, as opposed to the name of a command; capitals stand for what the reader chooses. */
const isCommandLine = (code: string) =>
  /^((npx )?podwright \w+|(PODWRIGHT_ENV=\w+ )?npx (tsx|cdk8s)|kubectl (apply|wait)) \S/.test(code) &&
  !/\b(FILE|ID|KIND)\b/.test(code);

const withoutRemark = (line: string) => line.replace(/ +# .*$/, '');
const shellLines = (page: string) =>
  blocksOf(page, 'sh').map(({ code, line }) => ({ page, line, commands: code.trim().split('\n').map(withoutRemark) }));

let readers: Readers;
beforeAll(() => {
  readers = new Readers();
});
afterAll(() => readers.remove());

function readerOf(page: string): Reader {
  const reader = readers.next();
  const app = APPS[page];
  if (app) {
    reader.write('main.ts', app);
    const { status, stderr } = reader.run(
      'podwright synth --profile none && git add . && git -c user.name=reader -c user.email=reader@example.com commit --quiet --message "Write the example"',
    );
    expect([stderr, status]).toEqual([expect.any(String), 0]);
  }
  return reader;
}

/** Runs a command until it has said that it is ready, and interrupts it. */
function interrupt(reader: Reader, command: string): Promise<number | null> {
  const child = spawn('bash', ['-c', `exec ${command}`], { cwd: reader.folder, env: reader.env });
  child.stderr.once('data', () => child.kill('SIGINT'));
  return new Promise((resolve) => child.once('close', resolve));
}

async function expectToRun(reader: Reader, command: string): Promise<void> {
  if (command === ENDLESS) expect(await interrupt(reader, command)).toBe(0);
  else {
    const { status, stderr, stdout } = reader.run(command);
    expect([command, status === 0 ? '' : stdout + stderr, status]).toEqual([command, '', 0]);
  }
}

test.each(read.flatMap(shellLines))('$page:$line runs', async ({ page, commands }) => {
  const reader = readerOf(page);
  for (const command of commands) {
    const [file, line] = ELSEWHERE[command] ?? [];
    if (file && line) expect(readFileSync(join(ROOT, file), 'utf8')).toContain(line);
    else await expectToRun(reader, command);
  }
});

const sentences = read
  .flatMap((page) => inlineCodeOf(page).map((line) => ({ page, line })))
  .filter(({ line }) => isCommandLine(line))
  .filter(({ line }, index, all) => all.findIndex((other) => other.line === line) === index);

test('the sentences have command lines', () => {
  expect(sentences.length).toBeGreaterThan(10);
});

test.each(sentences)('$page: $line runs', async ({ page, line }) => {
  await expectToRun(readerOf(page), line);
});

interface Step {
  readonly run?: string;
  readonly env?: Record<string, string>;
}

/** The steps of a workflow of GitHub Actions, or those that a page shows alone. */
function stepsOf(code: string): Step[] {
  const shown = parseAllDocuments(code)[0]?.toJS();
  if (Array.isArray(shown)) return shown;
  return Object.values<{ steps?: Step[] }>(shown?.jobs ?? {}).flatMap(({ steps = [] }) => steps);
}

/** What GitHub puts in the place of an expression. */
const EXPRESSIONS: Record<string, string> = {
  'matrix.shard': '1',
  'github.event.pull_request.base.sha': 'main',
  'github.event.pull_request.number': '7',
  'github.token': 'token',
};

const evaluate = (text: string) =>
  text.replace(/\$\{\{ ([\w.]+) \}\}/g, (expression, name) => EXPRESSIONS[name] ?? expression);

const workflows = read
  .flatMap((page) => blocksOf(page, 'yaml'))
  .map(({ page, line, code }) => ({ page, line, steps: stepsOf(code).filter(({ run }) => run && run !== 'npm ci') }))
  .filter(({ steps }) => steps.length > 0);

test('the pages have workflows', () => {
  expect(workflows.length).toBeGreaterThan(2);
});

test.each(workflows)('$page:$line: the steps of the workflow run', ({ page, steps }) => {
  const reader = readerOf(page);
  for (const { run = '', env = {} } of steps) {
    const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluate(value)]));
    const { status, stderr } = reader.run(evaluate(run), { GITHUB_STEP_SUMMARY: 'summary.md', ...variables });
    expect([run, stderr, status]).toEqual([run, expect.any(String), 0]);
  }
});

describe('what a command prints is what the page shows', () => {
  test('docs/ci.md: init', () => {
    const { stderr } = readerOf('docs/ci.md').run('podwright init');
    expect(stderr).toContain(codeOf('docs/ci.md', 'text'));
  });

  test('docs/drift.md: synth --check', () => {
    const reader = readerOf('docs/drift.md');
    const app = (replicas: number, image: string) =>
      reader.write(
        'main.ts',
        `import { App, Chart, Deployment } from 'podwright';
const app = new App();
new Deployment(new Chart(app, 'web'), 'web', { replicas: ${replicas}, containers: { app: { image: '${image}' } } });
app.synth();
`,
      );
    app(3, 'nginx:1.28');
    reader.run('podwright synth --profile none');
    app(2, 'nginx:1.29');
    const { status, stderr } = reader.run('podwright synth --check --profile none');
    expect([status, stderr]).toEqual([1, codeOf('docs/drift.md', 'text')]);
  });

  test('docs/simulation.md: simulate', () => {
    const reader = readerOf('docs/simulation.md');
    reader.write('kuard.yaml', codeOf('docs/simulation.md', 'yaml'));
    const { stdout } = reader.run('podwright simulate kuard.yaml --scenario slow-start=20s --scenario hang=2m');
    expect(stdout.slice(0, stdout.indexOf('\n\n█') + 1)).toBe(codeOf('docs/simulation.md', 'text'));
  });

  test('docs/healing.md: the report before and after the change', () => {
    const reader = readerOf('docs/healing.md');
    const example = codeOf('docs/healing.md', 'ts');
    const rowOf = (app: string) => {
      reader.write('main.ts', app);
      reader.run('podwright synth --profile none');
      return reader.run('grep "^| Deployment/web" dist/HEALING.md').stdout;
    };
    const after = example.replace('failureThreshold: 3', 'failureThreshold: 6');
    expect(`-${rowOf(example)}+${rowOf(after)}`).toBe(codeOf('docs/healing.md', 'diff'));
  });

  test('README.md: what is said on the way', () => {
    const [, said = ''] = /at your line: `([^`]+)`/.exec(textOf('README.md')) ?? [];
    expect(readerOf('README.md').run('podwright synth').stderr).toContain(said);
  });

  test('docs/graph.md: the picture of the example app (`podwright graph --svg docs/images/graph.svg` draws it)', () => {
    const { stdout } = spawnSync('node', [join(ROOT, 'build/lib/cli/main.js'), 'graph', '--format', 'svg'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout).toBe(readFileSync(join(ROOT, 'docs/images/graph.svg'), 'utf8'));
  });
});
