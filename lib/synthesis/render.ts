import type { App as Cdk8sApp } from 'cdk8s';
import { writeManifests } from '../manifest/write-manifests';
import { type AppObject, collectObjects } from './collect-objects';
import { layoutFiles } from './file-names';

/** A file of manifests in memory. */
export interface RenderedFile {
  /** Its path relative to the output folder, with `/` between folders. */
  readonly path: string;
  /** YAML, one document an object. */
  readonly content: string;
  /** What its documents are made from, in their order. */
  readonly objects: readonly AppObject[];
}

/**
 * Renders an app into files, in memory, sorted by path.
 *
 * @param app An app of podwright or of cdk8s.
 * @throws SynthesisError when a construct's own validation fails or a file cannot be named.
 */
export function render(app: Cdk8sApp): RenderedFile[] {
  const layout = layoutFiles(app, collectObjects(app));
  return [...layout]
    .map(([path, objects]) => ({ path, objects, content: writeManifests(objects.map((object) => object.json)) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
