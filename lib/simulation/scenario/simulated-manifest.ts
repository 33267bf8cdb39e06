import { findKind } from '../../kubernetes/kinds';
import type { Manifest } from '../controllers/cluster/object-store';
import { simulatedSpec } from './simulated-spec';

type Fields = Record<string, unknown>;

/** The part of a manifest that a simulation uses: its name and labels, and its spec without what may hold secrets. */
export function simulatedManifest(manifest: Manifest): Manifest {
  const { apiVersion, kind, metadata = {}, spec } = manifest;
  const { name, namespace, labels, annotations } = metadata;
  const cost = annotations?.[DELETION_COST];
  const path = findKind(apiVersion ?? '', kind ?? '')?.podTemplate;
  const used = {
    ...(apiVersion !== undefined && { apiVersion }),
    ...(kind !== undefined && { kind }),
    metadata: {
      ...(name !== undefined && { name }),
      ...(namespace !== undefined && { namespace }),
      ...(labels && { labels }),
      ...(cost !== undefined && { annotations: { [DELETION_COST]: cost } }),
    },
    spec,
  };
  return path ? (withPodSpec(used, [...path, 'spec']) as Manifest) : used;
}

/** The only annotation that a controller looks at. */
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

function withPodSpec(value: unknown, [key, ...path]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (key === undefined) return simulatedSpec(value);
  const { metadata, ...rest } = value as Fields;
  const labels = (metadata as Fields | undefined)?.labels;
  const kept = 'kind' in rest ? { metadata } : labels === undefined ? {} : { metadata: { labels } };
  return { ...rest, ...kept, [key]: withPodSpec(rest[key], path) };
}
