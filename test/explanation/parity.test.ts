import { explainedValues } from '../../lib/explanation/explained-value';
import { heldStates } from '../../lib/explanation/held-states';
import { defaultsParity } from '../../scripts/conformance/defaults-parity';

type JsonObject = Record<string, unknown>;

/** The object that the explained values add up to. */
function explained(manifest: JsonObject, version: string): JsonObject {
  const states = heldStates(manifest, Number(version.slice(2)));
  const root: JsonObject = {};
  for (const { path, value } of states ? explainedValues({ ...states, derived: [] }) : []) {
    let parent = root;
    path.forEach((key, index) => {
      const next = path[index + 1];
      if (next === undefined) parent[key] = value;
      else {
        parent[key] ??= typeof next === 'number' ? [] : {};
        parent = parent[key] as JsonObject;
      }
    });
  }
  return root;
}

test('the explained values are those of the objects that real API servers hold, in 1.28 and 1.36', () => {
  const { compared, differences } = defaultsParity(explained);
  expect(compared).toBeGreaterThan(2000);
  expect(differences).toEqual([]);
});
