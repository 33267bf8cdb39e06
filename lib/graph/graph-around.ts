import type { Graph, GraphEdge } from './graph';

/** The part of a graph around a node: what leads to it, and what it leads to. */
export function graphAround({ nodes, edges }: Graph, id: string): Graph {
  const before = reached(id, edges, ({ to, from }) => [to, from]);
  const after = reached(id, edges, ({ from, to }) => [from, to]);
  const isAround = (edge: GraphEdge) =>
    (before.has(edge.from) && before.has(edge.to)) || (after.has(edge.from) && after.has(edge.to));
  return { nodes: nodes.filter((node) => before.has(node.id) || after.has(node.id)), edges: edges.filter(isAround) };
}

function reached(
  id: string,
  edges: readonly GraphEdge[],
  step: (edge: GraphEdge) => readonly [from: string, to: string],
): ReadonlySet<string> {
  const found = new Set([id]);
  for (const known of found) {
    for (const edge of edges) {
      const [from, to] = step(edge);
      if (from === known) found.add(to);
    }
  }
  return found;
}
