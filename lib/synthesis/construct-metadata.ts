import type { AppObject } from './app-object';

/** The file in which `cdk8s synth` looks for the constructs that its validation plugins name. */
export const CONSTRUCT_METADATA = 'construct-metadata.json';

/**
 * The construct of each object by the object's name, as cdk8s records it when `recordConstructMetadata` is set.
 *
 * Follows cdk8s src/app.ts App.writeConstructMetadata.
 */
export function constructMetadata(objects: readonly AppObject[]): string {
  const resources = Object.fromEntries(
    objects.map(({ construct }) => [construct.name, { path: construct.node.path }] as const),
  );
  return JSON.stringify({ version: '1.0.0', resources });
}
