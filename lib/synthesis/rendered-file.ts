import type { AppObject } from './app-object';

/** A file of manifests in memory. */
export interface RenderedFile {
  /** Its path relative to the output folder, with `/` between folders. */
  readonly path: string;
  /** YAML, one document an object; written when it is first asked for. */
  readonly content: string;
  /** What its documents are made from, in their order; none for a `kustomization.yaml`. */
  readonly objects: readonly AppObject[];
}
