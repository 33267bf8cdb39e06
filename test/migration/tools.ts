import { join } from 'node:path';
import { readComments } from '../../lib/manifest/read-comments';
import { readManifests } from '../../lib/manifest/read-manifests';
import { takeObjects } from '../../lib/migration/input/take-objects';
import { type MigrationTools, migrate } from '../../lib/migration/migrate';
import type { ObjectSet } from '../../lib/migration/plan/migrated-object';
import { TypeChecker } from '../../lib/migration/proof/type-checker';

const ROOT = join(__dirname, '../..');

/** The library of this repository, without a type checker. */
export const TOOLS: MigrationTools = {
  library: { podwright: () => require('../../lib'), 'podwright/k8s': () => require('../../imports/k8s') },
};

/** A checker with the TypeScript of this repository. */
export function typeChecker(): TypeChecker {
  const checker = TypeChecker.in(ROOT, {
    podwright: join(ROOT, 'lib/index.ts'),
    'podwright/k8s': join(ROOT, 'imports/k8s.ts'),
  });
  if (!checker) throw new Error('TypeScript is not installed');
  return checker;
}

/** The objects of a YAML text as a set for the chart `web`. */
export function objectSet(yaml: string, minimalFor?: number): ObjectSet {
  const { documents } = readManifests(yaml, { file: 'web.yaml' });
  const comments = readComments(yaml);
  const read = documents.map(({ object, document }) => ({
    object,
    comments: comments.filter((comment) => comment.document === document),
  }));
  return { id: 'web', objects: takeObjects(read, minimalFor).objects };
}

/** The program for a YAML text, without what every program has: its imports, its app and its chart. */
export function programFor(yaml: string): string {
  const { modules } = migrate([objectSet(yaml)], 'program', TOOLS);
  const [, body = ''] = (modules[0]?.text ?? '').split(/const chart = .*\n\n/);
  return body.replace('\n\napp.synth();\n', '').replace(/\n\napp\.synth.*$/s, '');
}
