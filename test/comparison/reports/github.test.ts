import { comparisonGithub } from '../../../lib/comparison/reports/github';
import { exampleReport } from './comparison';

const lines = (purpose: 'check' | 'diff') => comparisonGithub(exampleReport(purpose)).trimEnd().split('\n');

test('a check fails at each file that differs, and marks objects where they are committed', () => {
  expect(lines('check').map((line) => line.split('::').slice(1, 2).join())).toEqual([
    'error file=dist/new.yaml,line=1,col=1,title=missing',
    'error file=dist/old.yaml,line=1,col=1,title=extra%3A the app no longer makes it',
    'error file=dist/same.yaml,line=1,col=1,title=formatting only',
    'error file=dist/web.yaml,line=1,col=1,title=out of date',
    'notice file=dist/new.yaml,line=1,col=1,title=ConfigMap/shop/web',
    'warning file=dist/web.yaml,line=16,col=11,title=Deployment/web',
    'notice file=dist/web.yaml,line=24,col=3,title=Secret/web',
    'warning file=dist/old.yaml,line=1,col=1,title=PodDisruptionBudget/web',
  ]);
});

test('a comparison fails nowhere', () => {
  expect(lines('diff').filter((line) => line.startsWith('::error'))).toEqual([]);
});

test('the message has the effects and the fields, a line each', () => {
  expect(lines('diff').find((line) => line.includes('title=Deployment/web'))).toMatch(
    /::lowers availability: 2 pods instead of 3%0Ascales: from 3 to 2%0Arestarts pods: .*%0A~ spec\.replicas: 3 -> 2$/,
  );
});
