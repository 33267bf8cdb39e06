import { workflowCommand } from '../../lib/report/workflow-command';

test.each([
  ['without a place', {}, '::error title=a::b\n'],
  ['at a place', { at: { file: 'a.yaml', line: 1, column: 2 } }, '::error file=a.yaml,line=1,col=2,title=a::b\n'],
  ['with characters of its own in the text', { message: '50%\nof: a,b' }, '::error title=a::50%25%0Aof: a,b\n'],
  ['with characters of its own in a property', { title: 'a: b, c%' }, '::error title=a%3A b%2C c%25::b\n'],
])('%s', (_name, command, expected) => {
  expect(workflowCommand({ level: 'error', title: 'a', message: 'b', ...command })).toBe(expected);
});
