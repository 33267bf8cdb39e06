import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readConfig } from '../../lib/synthesis/config';
import { useWorkspace } from '../cli/workspace';
import { compile } from '../types/compile';

const ROOT = join(__dirname, '../..');
const pages = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

/** The blocks of a language, of all pages; the generated lists of rules have tests of their own. */
const blocks = (language: string) =>
  pages
    .filter((page) => !page.endsWith('rules.md'))
    .flatMap((page) => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      const found = [...text.matchAll(new RegExp(`^\`\`\`${language}[^\\n]*\\n(.*?)^\`\`\`$`, 'gms'))];
      return found.map(({ 1: code = '', index }) => ({
        place: `${page}:${text.slice(0, index).split('\n').length}`,
        code,
      }));
    });

const MODULES: Record<string, string> = {
  podwright: 'test/docs/podwright',
  'podwright/browser': 'lib/browser',
  'podwright/k8s': 'imports/k8s',
  'podwright/testing': 'lib/testing',
};

/** What a page takes for granted, as its sentences do. */
const PRELUDE = `import type { Chart as GivenChart, Deployment as GivenDeployment } from '${join(ROOT, 'lib')}';
declare const { chart, deployment }: { chart: GivenChart; deployment: GivenDeployment };
`;

const own = /^(const|let|declare const) (\{[^}]*\}|\w+)/gm;
const declares = (code: string, name: string) =>
  [...code.matchAll(own)].some(([, , names = '']) => names.includes(name));
const prelude = (code: string) => (declares(code, 'chart') || declares(code, 'deployment') ? '' : PRELUDE);
const runnable = (code: string) =>
  prelude(code) +
  code.replace(/'(podwright(?:\/\w+)?)'/g, (quoted, name) =>
    MODULES[name] ? `'${join(ROOT, MODULES[name])}'` : quoted,
  );

const examples = blocks('ts');
const problems = compile(
  examples.map(({ code }) => runnable(code)),
  '',
);

test.each(examples.map(({ place }, index) => [place, problems[index]] as const))('%s compiles', (_, found) => {
  expect(found).toEqual([]);
});

test.each(blocks('yaml').map(({ place, code }) => [place, code] as const))('%s is YAML', (_, code) => {
  expect(parseAllDocuments(code).flatMap(({ errors }) => errors)).toEqual([]);
});

const workspace = useWorkspace();
const configs = blocks('yaml').filter(({ code }) =>
  /^(app|profile|rules|kubeVersion|environments|healing):/m.test(code),
);

test.each(configs.map(({ place, code }) => [place, code] as const))('%s is understood as cdk8s.yaml', (_, code) => {
  workspace.write('cdk8s.yaml', code);
  expect(Object.keys(readConfig(process.cwd())).length).toBeGreaterThan(0);
});
