import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

export const PODWRIGHT = join(ROOT, 'build/lib/cli/main.js');

/** So many files that a run spends much of its time with them. */
const FILES = 100;

/** An app of two variants: the old one has `only-old`, the new one `only-new`, and they share files whose content differs. */
const MAIN = `const { ApiObject } = require('${join(ROOT, 'node_modules/cdk8s')}');
const { App, Chart, YamlOutputType } = require('${join(ROOT, 'build/lib')}');
const variant = process.env.VARIANT;
const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
const chart = new Chart(app, 'settings');
const shared = Array.from({ length: ${FILES} }, (_, index) => 'settings-' + index);
for (const name of [...shared, 'only-' + variant]) {
  const data = { variant: variant.repeat(20) };
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}
app.synth();
`;

/** A folder with the app. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-faults-')));
  // Where there is a node_modules folder, compiled code is kept.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'main.js'), MAIN);
  writeFileSync(join(folder, 'cdk8s.yaml'), 'app: main.js\n');
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The files below a folder with their contents. */
export function contentsOf(folder: string): Map<string, string> {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
