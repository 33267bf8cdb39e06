import { defaulted } from './defaulted';

const secret = (body: object) => defaulted({ apiVersion: 'v1', kind: 'Secret', ...body });

describe('defaultSecret', () => {
  test.each<[string, object, object]>([
    ['is opaque', {}, { type: 'Opaque' }],
    ['keeps its type', { type: 'kubernetes.io/tls' }, { type: 'kubernetes.io/tls' }],
    ['encodes text', { stringData: { a: 'grüezi' } }, { type: 'Opaque', data: { a: 'Z3LDvGV6aQ==' } }],
    [
      'prefers text to data',
      { data: { a: 'YQ==', b: 'Yg==' }, stringData: { a: 'c' } },
      { type: 'Opaque', data: { a: 'Yw==', b: 'Yg==' } },
    ],
    ['adds no data for no text', { stringData: {} }, { type: 'Opaque', data: {} }],
    [
      'takes any key',
      JSON.parse('{"stringData":{"__proto__":"a"}}'),
      JSON.parse('{"type":"Opaque","data":{"__proto__":"YQ=="}}'),
    ],
  ])('%s', (_, body, expected) => {
    const { apiVersion: _version, kind: _kind, metadata: _metadata, ...rest } = secret(body);
    expect(rest).toEqual(expected);
  });
});
