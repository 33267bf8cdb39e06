import { array, assert, constantFrom, integer, nat, oneof, property, record } from 'fast-check';
import { MINORS } from '../../lib/kubernetes/version';
import type { Diagnostic } from '../../lib/validation/diagnostic';
import { validate } from '../../lib/validation/validate';
import { readCases } from '../../scripts/conformance/cases';

type Path = (string | number)[];

/** Manifests that real servers accept, at most forty of each kind. */
const manifests: Record<string, unknown>[] = [];
const counts = new Map<unknown, number>();
for (const { manifest, verdicts } of readCases([])) {
  const count = counts.get(manifest.kind) ?? 0;
  if (count >= 40 || ![...verdicts.values()].every(({ accepted }) => accepted)) continue;
  counts.set(manifest.kind, count + 1);
  manifests.push(manifest);
}

const WORDS = [
  '',
  'x',
  'X y',
  '-',
  '0',
  '10%',
  '1Gi',
  'a/b',
  '..',
  '::',
  '__proto__',
  'constructor',
  '\u0000',
  'é',
  '$(A)',
];
const VALUES = [null, undefined, true, false, 0, -1, 1.5, 2 ** 40, [], {}, [null], [[]], { a: null }, [{}], ...WORDS];

/** One change of a manifest: where, by a number that is taken modulo the number of places, and what. */
const change = record({
  at: nat(),
  kind: constantFrom('set' as const, 'delete' as const, 'rename' as const, 'repeat' as const, 'wrap' as const),
  value: oneof(constantFrom(...VALUES), integer()),
  name: constantFrom(...WORDS, 'name', 'spec', 'hasOwnProperty'),
});
type Change = typeof change extends { generate(...args: never[]): { value: infer T } } ? T : never;
const mutation = record({ of: nat(manifests.length - 1), changes: array(change, { minLength: 1, maxLength: 4 }) });

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesOf(item, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => placesOf(item, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

function mutate(object: Record<string, unknown>, { at, kind, value, name }: Change): void {
  const places = placesOf(object);
  const place = places[at % places.length];
  if (place === undefined) return;
  const step = place[place.length - 1] ?? '';
  let parent: unknown = object;
  for (const part of place.slice(0, -1)) parent = (parent as Record<string, unknown>)[part];
  const node = parent as Record<string, unknown>;
  if (kind === 'set') node[step] = structuredClone(value);
  else if (kind === 'wrap') node[step] = [node[step]];
  else if (Array.isArray(parent))
    parent.splice(
      Number(step),
      kind === 'repeat' ? 0 : 1,
      ...(kind === 'repeat' ? [structuredClone(parent[Number(step)])] : []),
    );
  else {
    const kept = node[step];
    if (kind !== 'repeat') delete node[step];
    if (kind !== 'delete')
      Object.defineProperty(node, name, {
        value: structuredClone(kept),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
}

function mutated({ of, changes }: { of: number; changes: Change[] }): Record<string, unknown> {
  const object = structuredClone(manifests[of] ?? {});
  for (const one of changes) mutate(object, one);
  return object;
}

/**
 * Whether a path leads to a value of the object, or to a field that is absent from the last value on its way: names
 * lead into objects, indexes to items that are there, and nothing leads into a text or a number.
 */
function leadsSomewhere(object: unknown, path: readonly (string | number)[]): boolean {
  let node = object;
  for (const step of path) {
    if (node === undefined || node === null) {
      if (typeof step === 'number') return false;
    } else if (Array.isArray(node)) {
      if (typeof step !== 'number' || step >= node.length) return false;
      node = node[step];
    } else if (typeof node === 'object') {
      if (typeof step === 'number') return false;
      node = Object.hasOwn(node, step) ? (node as Record<string, unknown>)[step] : undefined;
    } else return false;
  }
  return true;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const out = {};
  for (const [name, item] of Object.entries(value).reverse())
    Object.defineProperty(out, name, { value: reversed(item), enumerable: true, configurable: true, writable: true });
  return out;
}

const summary = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule, field, reason }) => `${rule} ${field} ${reason}`).sort();

const RUNS = { numRuns: 300 };
const ALL = { oneApp: true, profile: 'all' } as const;

test('no change of a manifest makes any version fail, and every finding is at a place of the object', () => {
  assert(
    property(mutation, (given) => {
      const object = mutated(given);
      for (const minor of MINORS) {
        for (const { path, rule } of validate([object], { kubeVersion: `1.${minor}`, oneApp: true, profile: 'all' }))
          expect([rule, leadsSomewhere(object, path) ? 'somewhere' : path]).toEqual([rule, 'somewhere']);
      }
    }),
    RUNS,
  );
});

test('the same is found twice, and in whatever order the fields are written', () => {
  assert(
    property(mutation, (given) => {
      const object = mutated(given);
      const before = JSON.stringify(object);
      const found = validate([object], ALL);
      expect(validate([object], ALL)).toEqual(found);
      expect(JSON.stringify(object)).toBe(before);
      expect(summary(validate([reversed(object)], ALL))).toEqual(summary(found));
    }),
    RUNS,
  );
});
