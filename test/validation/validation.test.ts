import { validate } from '../../lib/validation/validate';
import { Validation } from '../../lib/validation/validation';
import { object, podWithContainer } from './manifests';

const hasty = { tcpSocket: { port: 80 }, periodSeconds: 1 };
const pod = (name: string, container: Record<string, unknown> = { livenessProbe: hasty }) => ({
  ...podWithContainer(container),
  metadata: { name },
});
const only = { profile: 'none', rules: { 'no-hasty-liveness-probe': 'warning' } } as const;
const said = (diagnostics: ReturnType<typeof validate>) =>
  diagnostics.map(({ object: { index }, rule, count }) => [index, rule, ...(count === undefined ? [] : [count])]);

test('an object that the server refuses gets no advice', () => {
  const refused = pod('web', { livenessProbe: hasty, image: '' });
  expect(validate([refused, pod('api')], only).map(({ object: { index }, severity }) => [index, severity])).toEqual([
    [0, 'error'],
    [1, 'warning'],
  ]);
});

test('nor does one that is refused for what another one says', () => {
  expect(validate([pod('web'), pod('web')], { ...only, oneApp: true }).map(({ rule }) => rule)).toEqual([
    'no-hasty-liveness-probe',
    'unique-object',
  ]);
});

test('advice that was given often enough is counted', () => {
  const pods = ['a', 'b', 'c', 'd', 'e'].map((name) => pod(name));
  expect(said(validate(pods, { ...only, adviceLimit: 2 }))).toEqual([
    [0, 'no-hasty-liveness-probe'],
    [1, 'no-hasty-liveness-probe'],
    [2, 'no-hasty-liveness-probe', 3],
  ]);
  expect(validate(pods, only)).toHaveLength(5);
});

test('errors are all told, also those that advice was made', () => {
  const pods = ['a', 'b', 'c'].map((name) => pod(name));
  const rules = { 'no-hasty-liveness-probe': 'error' } as const;
  expect(validate(pods, { rules, adviceLimit: 1 }).map(({ severity }) => severity)).toEqual([
    'error',
    'error',
    'error',
  ]);
});

test('what is waived, and what is not reported on, does not count either', () => {
  const pods = ['a', 'b', 'c', 'd'].map((name) => pod(name));
  const isWaived = (_rule: object, index: number) => index === 0;
  const isReported = (index: number) => index !== 1;
  expect(said(validate(pods, { ...only, adviceLimit: 1, isWaived, isReported }))).toEqual([
    [2, 'no-hasty-liveness-probe'],
    [3, 'no-hasty-liveness-probe', 1],
  ]);
});

test('objects that come a few at a time are compared with each other in the end', () => {
  const service = object('v1', 'Service', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });
  const web = {
    ...podWithContainer({ ports: [{ containerPort: 80 }] }),
    metadata: { name: 'w', labels: { app: 'web' } },
  };
  const validation = new Validation({ rules: { 'require-readiness-probe': 'warning' } });
  expect([service, web].flatMap((one) => validation.check([one])).flat()).toEqual([]);
  expect(validation.compare().map(([index, { id }]) => [index, id])).toEqual([[1, 'require-readiness-probe']]);
});

test('advice says what to write, in both languages', () => {
  const [{ change, edits, message }] = validate([pod('web')], only) as [ReturnType<typeof validate>[0]];
  expect(message).toContain('killed 3 to 4 s after it begins to hang');
  expect(change).toEqual({ typescript: 'failureThreshold: 10', yaml: 'failureThreshold: 10' });
  expect(edits).toBeUndefined();
});
