import { servedObject } from '../../lib/comparison/served-object';
import { findKind, isServed } from '../../lib/kubernetes/kinds';
import { cleanObject } from '../../lib/migration/cleaning/clean-object';
import { migrate } from '../../lib/migration/migrate';
import { objectAt, type PlainObject } from '../../lib/migration/plain-object';
import { runProgram } from '../../lib/migration/proof/run-program';
import { readCases } from '../../scripts/conformance/cases';
import { TOOLS, typeChecker } from './tools';

/** Every manifest that some version of the API server takes, once. */
const accepted = new Map(
  readCases([])
    .filter(({ verdicts }) => [...verdicts.values()].some((verdict) => verdict.accepted))
    .map(({ manifest }) => [JSON.stringify(manifest), manifest]),
);
const manifests = [...accepted.values()];

/** One of so many is type-checked, as that takes longer than all the rest. */
const CHECKED = 8;

const setOf = (manifest: PlainObject, index: number) => ({
  id: `case-${index}`,
  objects: [{ object: cleanObject(manifest).object, comments: [] }],
});

/** Fields of metadata that the server writes. */
const IGNORED =
  'creationTimestamp deletionGracePeriodSeconds deletionTimestamp generation managedFields resourceVersion selfLink uid';

/** What a manifest says, without what the server ignores: status, what it writes into metadata, empty metadata. */
function said({ status: _, metadata, ...rest }: PlainObject): PlainObject {
  const kept = Object.entries(objectAt(metadata)).filter(
    ([field, value]) =>
      !IGNORED.split(' ').includes(field) && !(typeof value === 'object' && Object.keys(value ?? {}).length === 0),
  );
  const said = kept.length > 0 ? { ...rest, metadata: Object.fromEntries(kept) } : rest;
  return JSON.parse(JSON.stringify(said).replaceAll(/"metadata":\{\},?/g, ''));
}

/** The minors that serve a manifest, the newest of them. */
function servedBy(manifest: PlainObject) {
  const kind = findKind(String(manifest.apiVersion), String(manifest.kind));
  const minor = [36, 28].find((one) => kind && isServed(kind, one));
  return { kind, minor };
}

test('there are thousands of accepted manifests', () => {
  expect(manifests.length).toBeGreaterThan(2800);
});

test('every accepted manifest is written as a program that makes the same object', () => {
  const { modules } = migrate(manifests.map(setOf), 'program', TOOLS);
  const made = new Map([...runProgram(modules, TOOLS.library)].map(([path, object]) => [path.split('/')[0], object]));
  const different = manifests.filter((manifest, index) => !isSame(made.get(`case-${index}`) as PlainObject, manifest));
  expect(different).toEqual([]);
});

/** As it is written, unless something is null, and as the server would hold it. */
function isSame(object: PlainObject, manifest: PlainObject): boolean {
  const { kind, minor } = servedBy(manifest);
  if (!kind || minor === undefined) return false;
  const isWrittenSame = JSON.stringify(manifest).includes('null') || isEqual(said(object), said(manifest));
  return isWrittenSame && isEqual(servedObject(object, kind, minor), servedObject(said(manifest), kind, minor));
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

test('what is written passes the type checker', () => {
  const some = manifests.filter((_, index) => index % CHECKED === 0);
  const { modules, attempts } = migrate(some.map(setOf), 'program', { ...TOOLS, checker: typeChecker() });
  expect(typeChecker().check(modules)).toEqual([]);
  const workloads = [...attempts].filter(([{ object }]) => ['Pod', 'Deployment', 'Job'].includes(String(object.kind)));
  const constructs = workloads.filter(([, { choice }]) => choice.form === 'construct');
  expect(constructs.length / workloads.length).toBeGreaterThan(0.85);
});
