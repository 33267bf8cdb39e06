import type { JsonObject } from '../comparison/json';
import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import type { Graph } from './graph';
import { buildGraph } from './graph-builder';
import { heldObjects } from './held-object';
import { tieReferences } from './reference-ties';
import { tieSelections } from './selection-ties';

/** They surround others and are tied to none. */
const LEFT_OUT = new Set(['Namespace', 'CustomResourceDefinition']);

/**
 * The objects of an app and what ties them together: who selects, names, mounts, scales or limits whom, and what leads
 * nowhere. What may be secret is not in it.
 *
 * @param kubeVersion `1.28` to `1.36`. Default: `1.36`.
 * @throws KubeVersionError when the version is not known.
 */
export function graphOf(objects: readonly JsonObject[], kubeVersion?: string): Graph {
  const minor = kubeVersion === undefined ? DEFAULT_MINOR : minorOf(kubeVersion);
  const held = heldObjects(objects, minor).filter(({ kind }) => !LEFT_OUT.has(kind));
  return buildGraph(held, (builder) => {
    tieSelections(builder);
    tieReferences(builder);
  });
}
