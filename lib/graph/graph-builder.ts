import type { Graph, GraphEdge, GraphNode, Presence } from './graph';
import type { HeldObject } from './held-object';
import { nodeOf, roleOf } from './object-node';

/** Names an object. */
export interface ObjectName {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** The graph that is being built. */
export interface GraphBuilder {
  readonly objects: readonly HeldObject[];
  find(name: ObjectName): HeldObject | undefined;
  /** The id of an object; where it is not among the objects, of a node that stands for it. */
  idOf(name: ObjectName, absent?: Exclude<Presence, 'here'>): string;
  /** Ties two nodes together; what is said twice of the same two is one edge, but for what leads nowhere. */
  tie(from: string, to: string, label: string, dangling?: boolean): void;
}

/** Builds a graph of objects: `tieAll` adds what ties them together. */
export function buildGraph(objects: readonly HeldObject[], tieAll: (builder: GraphBuilder) => void): Graph {
  const nodes = new Map<string, GraphNode>();
  const found = new Map<string, HeldObject>();
  const edges = new Map<string, GraphEdge>();
  for (const object of objects) {
    const key = keyOf(object);
    if (found.has(key)) continue;
    found.set(key, object);
    nodes.set(key, nodeOf(object, key));
  }
  tieAll({
    objects: [...found.values()],
    find: (name) => found.get(keyOf(name)),
    idOf(name, absent = 'missing') {
      const id = keyOf(name);
      const known = nodes.get(id);
      if (!known || (known.presence === 'optional' && absent === 'missing'))
        nodes.set(id, absentNode(name, id, absent));
      return id;
    },
    tie(from, to, label, dangling = false) {
      const isMissing = nodes.get(from)?.presence === 'missing' || nodes.get(to)?.presence === 'missing';
      const key = JSON.stringify([from, to, dangling || isMissing]);
      const labels = new Set([...(edges.get(key)?.labels ?? []), label]);
      edges.set(key, { from, to, labels: [...labels], dangling: dangling || isMissing });
    },
  });
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** What the ids of nodes are. */
export function keyOf({ kind, name, namespace = '' }: ObjectName): string {
  return `${kind}/${namespace}/${name}`;
}

function absentNode({ kind, name, namespace }: ObjectName, id: string, presence: Presence): GraphNode {
  const role = roleOf(kind);
  return { id, kind, name, ...(namespace !== undefined && { namespace }), role, presence, details: [], containers: [] };
}
