import { compareFiles } from '../../../lib/comparison/compare-files';
import { comparisonText } from '../../../lib/comparison/reports/text';
import { exampleReport } from './comparison';

const DATA = 'mounted files follow within minutes, environment variables only when a pod restarts';

test('shows the files, then each object with what its changes do and its fields', () => {
  expect(comparisonText(exampleReport('check')).split('\n')).toEqual([
    'dist/new.yaml  missing',
    'dist/old.yaml  extra: the app no longer makes it',
    'dist/same.yaml  formatting only',
    'dist/web.yaml  out of date',
    '',
    'ConfigMap/shop/web  dist/new.yaml:1',
    '  creates the object',
    '',
    'Deployment/web  dist/web.yaml:1',
    '  lowers availability: 2 pods instead of 3',
    '  scales: from 3 to 2',
    '  restarts pods: RollingUpdate, at most 1 more and 0 fewer pods than 2',
    '  ~ spec.template.spec.containers[name=app].image: nginx:1.28 -> a`b  [restarts pods]',
    '  ~ spec.replicas: 3 -> 2  [lowers availability, scales]',
    '',
    'Secret/web  dist/web.yaml:19',
    `  changes in place: ${DATA}`,
    '  ~ data[password]: changed, and the value is not shown  [changes in place]',
    '',
    'PodDisruptionBudget/web  dist/old.yaml:1',
    '  lowers availability: a drain may evict all of its pods at once',
    '  removes the object',
    '',
    '4 files, 4 objects differ',
    '',
  ]);
});

test('speaks of files that are compared in other words than of files that are checked', () => {
  expect(comparisonText(exampleReport('diff')).split('\n').slice(0, 4)).toEqual([
    'dist/new.yaml  added',
    'dist/old.yaml  removed',
    'dist/same.yaml  formatting only',
    'dist/web.yaml  changed',
  ]);
});

test('paints what is grave, and nothing where colour is off', () => {
  const coloured = comparisonText({ ...exampleReport('diff'), colour: true });
  expect(coloured).toContain('\u001b[31mlowers availability: 2 pods instead of 3\u001b[0m');
  expect(comparisonText(exampleReport('diff'))).not.toContain('\u001b');
});

test('says so when nothing differs', () => {
  expect(comparisonText({ files: [], objects: [], purpose: 'diff', colour: false })).toBe('no differences\n');
});

test('a terminal must not obey what an object is called', () => {
  const files = ['old', 'new'].map((value) => [
    {
      path: 'a.yaml',
      name: 'a.yaml',
      content: `kind: "A\\e[2J"\nmetadata:\n  name: "\\e[1m"\n"x\\e": "${value}\\e"\n`,
    },
  ]);
  const text = comparisonText({ ...compareFiles(files[0] ?? [], files[1] ?? []), purpose: 'diff', colour: false });
  expect(text).toContain('A\ufffd[2J/\ufffd[1m');
  expect(text).not.toContain('\u001b');
});
