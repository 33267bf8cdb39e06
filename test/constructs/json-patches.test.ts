import { JsonPatch } from 'cdk8s';
import { applyPatches } from '../../lib/constructs/json-patches';

const object = { spec: { replicas: 1, list: ['a'], 'a/b': 1 } };

test.each<[string, JsonPatch[], unknown]>([
  ['nothing', [], object],
  ['replace', [JsonPatch.replace('/spec/replicas', 2)], { spec: { ...object.spec, replicas: 2 } }],
  ['add to a list', [JsonPatch.add('/spec/list/-', 'b')], { spec: { ...object.spec, list: ['a', 'b'] } }],
  ['an escaped key', [JsonPatch.replace('/spec/a~1b', 2)], { spec: { ...object.spec, 'a/b': 2 } }],
  ['remove', [JsonPatch.remove('/spec/list/0')], { spec: { ...object.spec, list: [] } }],
  ['copy', [JsonPatch.copy('/spec/replicas', '/spec/copied')], { spec: { ...object.spec, copied: 1 } }],
  [
    'one after the other',
    [JsonPatch.add('/spec/x', {}), JsonPatch.add('/spec/x/y', 1)],
    { spec: { ...object.spec, x: { y: 1 } } },
  ],
  ['a test that holds', [JsonPatch.test('/spec/replicas', 1)], object],
])('%s', (_, patches, expected) => {
  const before = structuredClone(object);
  expect(applyPatches(object, patches, 'chart/web')).toEqual(expected);
  expect(object).toEqual(before);
});

test.each<[string, JsonPatch, string, string]>([
  ['replace of a field that is not there', JsonPatch.replace('/spec/replica', 2), 'PATCH_FAILED', '/spec/replica'],
  ['replace of an element that is not there', JsonPatch.replace('/spec/list/3', 2), 'PATCH_FAILED', '/spec/list/3'],
  ['remove of a field that is not there', JsonPatch.remove('/spec/replica'), 'PATCH_FAILED', '/spec/replica'],
  ['add below a field that is not there', JsonPatch.add('/specs/replicas', 2), 'PATCH_FAILED', '/specs/replicas'],
  ['move from a field that is not there', JsonPatch.move('/spec/x', '/spec/y'), 'PATCH_FAILED', '/spec/y'],
  ['copy from a field that is not there', JsonPatch.copy('/spec/x', '/spec/y'), 'PATCH_FAILED', '/spec/y'],
  ['a test that does not hold', JsonPatch.test('/spec/replicas', 2), 'PATCH_FAILED', '/spec/replicas'],
  ['replace by the same value', JsonPatch.replace('/spec/replicas', 1), 'PATCH_WITHOUT_EFFECT', '/spec/replicas'],
  ['add of what is there', JsonPatch.add('/spec/replicas', 1), 'PATCH_WITHOUT_EFFECT', '/spec/replicas'],
])('%s is an error that names the construct and the path', (_, patch, code, path) => {
  expect(() => applyPatches(object, [patch], 'chart/web')).toThrow(
    expect.objectContaining({ code, construct: 'chart/web', message: expect.stringContaining(path) }),
  );
});
