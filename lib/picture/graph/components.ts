import type { Graph, GraphEdge, GraphNode } from '../../graph/graph';

/** The connected parts of a graph, the larger ones first, those of one node at the end. */
export function componentsOf({ nodes, edges }: Graph): Graph[] {
  const rootOf = rootsOf(edges);
  const parts = new Map<string, { nodes: GraphNode[]; edges: GraphEdge[] }>();
  for (const node of nodes) {
    const root = rootOf(node.id);
    const part = parts.get(root) ?? { nodes: [], edges: [] };
    parts.set(root, part);
    part.nodes.push(node);
  }
  for (const edge of edges) parts.get(rootOf(edge.from))?.edges.push(edge);
  return [...parts.values()].sort((one, other) => other.nodes.length - one.nodes.length);
}

/** Tells for each node which one stands for all that it is connected with. */
function rootsOf(edges: readonly GraphEdge[]): (id: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let step = id; step !== root; ) {
      const parent = parents.get(step) ?? root;
      parents.set(step, root);
      step = parent;
    }
    return root;
  };
  for (const { from, to } of edges) {
    const [one, other] = [rootOf(from), rootOf(to)];
    if (one !== other) parents.set(other, one);
  }
  return rootOf;
}
