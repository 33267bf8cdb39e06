import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation';

const ROOT = join(__dirname, '../..');

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

/** What is written about the API is true of the declarations in the package. */
export function testApi(installed: () => Installation): void {
  test('its report and its reference are those of the declarations', () => {
    const { folder, run, sources } = installed();
    const out = join(folder, 'api');
    const { code, err } = run(process.execPath, [join(ROOT, 'scripts/package/api.mjs'), sources, out]);
    expect([code, err]).toEqual([0, '']);
    const [found, committed] = [contents(out), contents(join(ROOT, 'docs/api'))];
    expect(Object.keys(found).sort()).toEqual(Object.keys(committed).sort());
    const changed = Object.keys(found).filter((file) => found[file] !== committed[file]);
    // `npm run api` writes them anew; docs/versioning.md says what a change means for the version.
    expect(changed).toEqual([]);
  });
}
