import { environment, setEnvironmentDiscovery } from '../../lib/synthesis/environment';
import { compile } from '../types/compile';

const values = { staging: { replicas: 1 }, production: { replicas: 3 } };

const { PODWRIGHT_ENV } = process.env;
afterEach(() => {
  setEnvironmentDiscovery(undefined);
  if (PODWRIGHT_ENV === undefined) delete process.env.PODWRIGHT_ENV;
  else process.env.PODWRIGHT_ENV = PODWRIGHT_ENV;
});

test.each(['staging', 'production'] as const)('gives the values of the environment that is chosen: %s', (name) => {
  process.env.PODWRIGHT_ENV = name;
  expect(environment(values)).toBe(values[name]);
});

test.each([
  ['none is chosen', '', 'choose an environment, staging, production: run `podwright synth --env staging`'],
  ['it is misspelt', 'stagin', 'environment stagin is not known; did you mean staging?'],
  ['there is none like it', 'qa', 'environment qa is not known; there are staging, production.'],
  ['it is a property of every object', 'constructor', 'environment constructor is not known'],
])('refuses when %s', (_name, chosen, message) => {
  process.env.PODWRIGHT_ENV = chosen;
  expect(() => environment(values)).toThrow(
    expect.objectContaining({ code: 'ERR_ENVIRONMENT', message: expect.stringContaining(message) }),
  );
});

test('where somebody asks, it tells all names and stays with the first one', () => {
  delete process.env.PODWRIGHT_ENV;
  const names = new Set<string>();
  setEnvironmentDiscovery({ names });
  expect(environment(values)).toBe(values.staging);
  expect(environment({ production: { host: 'b' }, staging: { host: 'a' } })).toEqual({ host: 'a' });
  expect([...names]).toEqual(['staging', 'production']);
  expect(() => environment({ production: { host: 'b' } })).toThrow('environment staging is not known');
});

describe('the compiler', () => {
  const prelude = "import { environment } from '../../lib/synthesis/environment';\n";
  const cases: [string, string, string | undefined, string][] = [
    [
      'knows the values',
      'const { replicas }: { replicas: number } = environment({ a: { replicas: 1 }, b: { replicas: 3 } });',
      undefined,
      '',
    ],
    [
      'keeps the words of Kubernetes',
      "const policy: 'Always' | 'Never' = environment({ a: { policy: 'Always' }, b: { policy: 'Never' } }).policy;",
      undefined,
      '',
    ],
    [
      'refuses an environment that lacks a value',
      "environment({ staging: { replicas: 1 }, production: { replicas: 3, host: 'b' } });",
      "Type '{ replicas: 1; }' is not assignable",
      'staging',
    ],
    [
      'refuses a value that no environment has',
      'environment({ a: { replicas: 1 }, b: { replicas: 3 } }).replica;',
      "Did you mean 'replicas'?",
      'replica',
    ],
    [
      'refuses values of two types where one is wanted',
      "const n: number = environment({ a: { n: 1 }, b: { n: 'x' } }).n;",
      "is not assignable to type 'number'",
      'n',
    ],
    [
      'refuses an environment that is no set of values',
      'environment({ a: 1 });',
      "Type 'number' is not assignable",
      'a',
    ],
  ];
  const found = compile(
    cases.map(([, code]) => `${code}\nexport {};`),
    prelude,
  );
  test.each(cases.map(([name, , message, at], index) => ({ name, problems: found[index], message, at })))(
    '$name',
    ({ problems, message, at }) => {
      expect(problems?.map((problem) => problem.at)).toEqual(message === undefined ? [] : [at]);
      if (message !== undefined) expect(problems?.[0]?.message).toContain(message);
    },
  );
});
