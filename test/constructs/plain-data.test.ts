import { ApiObject, App, Chart, type IResolver, Lazy, type ResolutionContext } from 'cdk8s';
import { Construct } from 'constructs';
import { plainData } from '../../lib/constructs/plain-data';

function owner(resolvers: IResolver[] = []): ApiObject {
  return new ApiObject(new Chart(new App({ resolvers }), 'chart'), 'owner', { apiVersion: 'v1', kind: 'ConfigMap' });
}

class Settings {
  readonly mode = 'fast';
  readonly hidden = undefined;
}

const named = owner();

test.each<[string, unknown, unknown]>([
  [
    'values',
    { text: 'a', zero: 0, no: false, empty: '', list: [1, [2]] },
    { text: 'a', zero: 0, no: false, empty: '', list: [1, [2]] },
  ],
  ['empty maps and lists stay', { map: {}, list: [] }, { map: {}, list: [] }],
  ['what is undefined or null is left out of a map', { a: undefined, b: null, c: { d: undefined } }, { c: {} }],
  ['and keeps its place in a list', [1, undefined, null], [1, null, null]],
  ['Lazy', { a: Lazy.any({ produce: () => ({ b: Lazy.any({ produce: () => 1 }) }) }) }, { a: { b: 1 } }],
  ['Lazy that produces nothing', { a: Lazy.any({ produce: () => undefined }) }, {}],
  ['a token without a class', { a: { resolve: () => [1] } }, { a: [1] }],
  [
    'a wrapped number, as cdk8s import makes them',
    {
      port: new (class IntOrString {
        constructor(readonly value: number) {}
      })(80),
    },
    { port: 80 },
  ],
  ['a date', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
  ['an object of a class', { settings: new Settings() }, { settings: { mode: 'fast' } }],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ['a construct with a name', { ref: named }, { ref: named.name }],
])('%s', (_, value, expected) => {
  expect(plainData(value, owner())).toEqual(expected);
});

test('is a copy', () => {
  const value = { list: [{ a: 1 }] };
  const copy = plainData(value, owner()) as typeof value;
  expect(copy).toEqual(value);
  expect(copy.list[0]).not.toBe(value.list[0]);
});

test('a construct without a name is an error that names both', () => {
  const object = owner();
  const nameless = new Construct(object, 'nameless');
  expect(() => plainData({ name: nameless }, object)).toThrow(
    expect.objectContaining({
      code: 'NOT_PLAIN_DATA',
      construct: 'chart/owner',
      message: expect.stringContaining('chart/owner/nameless'),
    }),
  );
});

test('the resolvers of the app are asked', () => {
  const shout: IResolver = {
    resolve(context: ResolutionContext) {
      if (context.value === 'quiet') context.replaceValue('LOUD');
    },
  };
  expect(plainData({ a: ['quiet'], b: Lazy.any({ produce: () => 'quiet' }) }, owner([shout]))).toEqual({
    a: ['LOUD'],
    b: 'LOUD',
  });
});
