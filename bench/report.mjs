// Writes what `synth.mjs` measured into docs/performance.md, and its picture, docs/images/performance.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growthPicture } from './growth-picture.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const docs = join(here, '../docs');
const results = JSON.parse(readFileSync(join(here, 'results.json'), 'utf8'));
const { machine, date, versions, sizes, example, kustomization } = results;

const seconds = (value) => (value < 0.995 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`);

function table(title, rows) {
  const lines = rows.map(
    ({ name, wall, cpu, memory }) =>
      `| ${name} | ${seconds(wall)} | ${seconds(cpu)} | ${Math.round(memory)} MB | ${(wall / rows[0].wall).toFixed(2)} |`,
  );
  return [
    `| ${title} | wall | CPU | peak memory | wall, as a multiple of ours |`,
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

const ratio = (rows, peer, field = 'wall') => rows[0][field] / rows.find(({ name }) => name === peer)[field];
const [small, large] = [sizes[10000][0], sizes[100000][0]];
const goals = [
  ['the example app, as a multiple of plain JavaScript cdk8s', ratio(example, 'plain JavaScript cdk8s'), 1.3],
  ['1,000 Deployments, as a multiple of `helm template`', ratio(sizes[1000], 'helm template'), 1],
  ['10,000 Deployments, as a multiple of `helm template`', ratio(sizes[10000], 'helm template'), 0.5],
  ['10,000 Deployments, peak memory in MB', small.memory, 150],
  ['100,000 Deployments, as a multiple of 10,000', large.wall / small.wall, 11],
  ['nothing changed, 10,000 Deployments, as a multiple of writing them', sizes[10000][1].wall / small.wall, 1],
];

const measured = [
  `Measured on ${date} on ${machine}, with Node ${versions.node}, cdk8s ${versions.cdk8s} and helm ${versions.helm}. Medians of runs in turn.`,
  '![Time over the number of Deployments, for podwright and its peers](images/performance.svg)',
  table('the example app', example),
  ...Object.entries(sizes).map(([size, rows]) => table(`${Number(size).toLocaleString('en')} Deployments`, rows)),
  table('1,000 Deployments in files of their own', kustomization),
  [
    '| goal | measured | at most |',
    '|---|---|---|',
    ...goals.map(
      ([name, value, most]) => `| ${name} | ${value >= 20 ? Math.round(value) : value.toFixed(2)} | ${most} |`,
    ),
  ].join('\n'),
].join('\n\n');

const BEGIN = '<!-- results: npm run bench -->';
const END = '<!-- end of results -->';
const file = join(docs, 'performance.md');
const text = readFileSync(file, 'utf8');
const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
if (before < 0 || after < before) throw new Error(`${file} has no place for results`);
writeFileSync(file, `${text.slice(0, before)}${BEGIN}\n\n${measured}\n\n${text.slice(after)}`);
writeFileSync(join(docs, 'images/performance.svg'), growthPicture(sizes));
