import { Yaml } from 'cdk8s';
import { textOf } from './pages';
import { runExample } from './run-example';

const text = textOf('docs/constructs.md');

/** Every example with its heading and the YAML that follows it. */
const examples = [...text.matchAll(/```ts\n(.*?)```\n+(?:```yaml\n(.*?)```)?/gs)].map(
  ({ index, 1: code = '', 2: yaml }) => ({
    heading: text.slice(0, index).split('\n## ').at(-1)?.split('\n')[0] ?? '',
    code,
    yaml,
  }),
);

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

const written = (code: string) => Yaml.stringify(...runExample(code).chart.toJson());

describe('an example runs', () => {
  test.each(examples)('$heading', ({ code }) => {
    expect(written(code)).toMatch(/^apiVersion: \S+\nkind: \S+\nmetadata:\n {2}name: \S+\n/);
  });

  test.each(examples.filter(({ yaml }) => yaml))('$heading: writes what is shown', ({ code, yaml }) => {
    expect(written(code)).toBe(yaml);
  });
});
