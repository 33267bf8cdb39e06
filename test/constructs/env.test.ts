import { type Env, envVars } from '../../lib/constructs/env';

test.each<[string, Env, unknown]>([
  ['text', { A: 'a' }, [{ name: 'A', value: 'a' }]],
  ['empty text', { A: '' }, [{ name: 'A', value: '' }]],
  [
    'every source',
    {
      CONFIG: { configMapKeyRef: { name: 'config', key: 'mode' } },
      FIELD: { fieldRef: { fieldPath: 'metadata.name' } },
      FILE: { fileKeyRef: { volumeName: 'env', path: 'a.env', key: 'MODE' } },
      LIMIT: { resourceFieldRef: { resource: 'limits.memory' } },
      SECRET: { secretKeyRef: { name: 'secret', key: 'password', optional: true } },
    },
    [
      { name: 'CONFIG', valueFrom: { configMapKeyRef: { name: 'config', key: 'mode' } } },
      { name: 'FIELD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'FILE', valueFrom: { fileKeyRef: { volumeName: 'env', path: 'a.env', key: 'MODE' } } },
      { name: 'LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
      { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'secret', key: 'password', optional: true } } },
    ],
  ],
  [
    'in order, so that $(B) knows B',
    { B: '1', A: '$(B)' },
    [
      { name: 'B', value: '1' },
      { name: 'A', value: '$(B)' },
    ],
  ],
  ['a number is left to validation', { A: 1 } as unknown as Env, [{ name: 'A', value: 1 }]],
])('env: %s', (_, env, expected) => {
  expect(envVars(env)).toEqual(expected);
});
