import { type Graph, type GraphEdge, type GraphNode, type NodeRole, ROLES } from '../../graph/graph';

/** Fills and borders that can be read on light and on dark paper. */
const STYLES: Readonly<Record<NodeRole, string>> = {
  entry: 'fill:#f3e3f1,stroke:#a763a1,color:#1b2430',
  front: 'fill:#fdf3d6,stroke:#b8860b,color:#1b2430',
  workload: 'fill:#dcecf8,stroke:#2f7ebc,color:#1b2430',
  supply: 'fill:#eef2f6,stroke:#5f7890,color:#1b2430',
  backing: 'fill:#f2f2f2,stroke:#7f8b99,color:#1b2430',
  grant: 'fill:#f2f2f2,stroke:#7f8b99,color:#1b2430',
};
const MISSING = 'fill:#fff4f0,stroke:#c2410c,color:#c2410c,stroke-dasharray:5 4';
const OPTIONAL = 'stroke-dasharray:5 4';
const DANGLING = 'stroke:#c2410c,color:#c2410c,stroke-dasharray:5 4';

/** A graph as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
export function graphMermaid({ nodes, edges }: Graph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const idOf = (id: string) => ids.get(id) ?? '';
  const dangling = edges.flatMap((edge, index) => (edge.dangling ? [index] : []));
  const classes = ROLES.flatMap((role) =>
    classLines(role, STYLES[role], nodes, idOf, (node) => node.role === role && node.presence !== 'missing'),
  );
  const lines = [
    'flowchart LR',
    ...nodes.map((node) => `  ${idOf(node.id)}["${labelOf(node)}"]`),
    ...edges.map((edge) => `  ${idOf(edge.from)} ${arrowOf(edge)} ${idOf(edge.to)}`),
    ...classes,
    ...classLines('optional', OPTIONAL, nodes, idOf, ({ presence }) => presence === 'optional'),
    ...classLines('missing', MISSING, nodes, idOf, ({ presence }) => presence === 'missing'),
    ...(dangling.length > 0 ? [`  linkStyle ${dangling.join(',')} ${DANGLING}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function classLines(
  name: string,
  style: string,
  nodes: readonly GraphNode[],
  idOf: (id: string) => string,
  isOne: (node: GraphNode) => boolean,
): string[] {
  const members = nodes.filter(isOne).map(({ id }) => idOf(id));
  return members.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${members.join(',')} ${name}`];
}

function labelOf({ kind, name, namespace, presence, containers, details }: GraphNode): string {
  const where = namespace === undefined || namespace === 'default' ? '' : ` in ${namespace}`;
  const absent = { here: '', optional: ', optional', missing: kind === 'Pods' ? ', none' : ', missing' }[presence];
  const lines = [
    `${kind}${where}${absent}`,
    name,
    ...containers.map(({ name: container, role, ports }) =>
      [role === 'container' ? container : `${container} (${role})`, ...ports].join(' · '),
    ),
    ...details,
  ].map(escapeLabel);
  const [first, second, ...more] = lines;
  return [first, `<b>${second}</b>`, ...more].join('<br>');
}

function arrowOf({ labels, dangling }: GraphEdge): string {
  const line = dangling ? '-.->' : '-->';
  return labels.length === 0 ? line : `${line}|"${escapeLabel(labels.join(', '))}"|`;
}

/**
 * Text that stands for itself between quotes: Mermaid's entity codes for what it or HTML would read, and for what makes
 * it take a text for Markdown. Follows https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters.
 */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;/()=!→·…?@_-]/gu, (character) => `#${character.codePointAt(0)};`);
}
