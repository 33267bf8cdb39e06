import { comparisonMarkdown } from '../../../lib/comparison/reports/markdown';
import { exampleReport } from './comparison';

const text = comparisonMarkdown(exampleReport('diff'));

test('begins with what differs, and lists what each object does', () => {
  expect(text.split('\n').slice(0, 11)).toEqual([
    '### Kubernetes manifests: 4 files, 4 objects differ',
    '',
    '#### `ConfigMap/shop/web`',
    '',
    '- creates the object',
    '',
    '#### `Deployment/web`',
    '',
    '- lowers availability: 2 pods instead of 3',
    '- scales: from 3 to 2',
    '- restarts pods: RollingUpdate, at most 1 more and 0 fewer pods than 2',
  ]);
});

test('folds the fields into a block of marked lines', () => {
  expect(text).toContain(
    '<details><summary>2 fields</summary>\n\n```diff\n! spec.template.spec.containers[name=app].image: nginx:1.28 -> a`b\n! spec.replicas: 3 -> 2\n```\n\n</details>',
  );
});

test('lists the files at the end', () => {
  expect(text.trimEnd().split('\n').slice(-2)).toEqual([
    '- `dist/same.yaml` formatting only',
    '- `dist/web.yaml` changed',
  ]);
});

test('a value cannot end its block, nor a name its code', () => {
  const first = exampleReport('diff').objects.find(({ fields }) => fields.length > 0);
  const field = first?.fields[0];
  if (!first || !field) throw new Error('the example has no field that changes');
  const hostile = {
    ...first,
    object: { ...first.object, name: 'a`b' },
    fields: [{ ...field, after: '```<script>' }],
  };
  const report = comparisonMarkdown({ files: [], objects: [hostile], purpose: 'diff', colour: false });
  expect(report).toContain('#### `` Deployment/a`b ``');
  expect(report.match(/^`{4}(diff)?$/gm)).toEqual(['````diff', '````']);
});
