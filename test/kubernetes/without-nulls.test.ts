import { withoutNulls } from '../../lib/kubernetes/without-nulls';

test('leaves out nulls at every depth, and nothing else', () => {
  const given = { a: null, b: { c: null, d: [null, { e: null, f: 0 }, '', undefined] }, g: false };
  expect(withoutNulls(given)).toStrictEqual({ b: { d: [{ f: 0 }, ''] }, g: false });
  expect(given).toStrictEqual({ a: null, b: { c: null, d: [null, { e: null, f: 0 }, '', undefined] }, g: false });
});
