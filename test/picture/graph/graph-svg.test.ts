import type { JsonObject } from '../../../lib/comparison/json';
import { graphOf } from '../../../lib/graph/graph-of';
import { componentsOf } from '../../../lib/picture/graph/components';
import { graphMermaid } from '../../../lib/picture/graph/graph-mermaid';
import { graphSvg } from '../../../lib/picture/graph/graph-svg';
import { deployment } from '../../simulation/scenario/workloads';

const made = (kind: string, name: string, spec: object = {}): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
  spec,
});
const service = (name: string, app: string, targetPort: unknown = 'http') =>
  made('Service', name, { selector: { app }, ports: [{ port: 80, targetPort }] });
const HOSTILE = `"]; click n0 <b>&'\`*#|%%{end}`;
const HOSTILE_GRAPH = graphOf([
  deployment({
    name: 'a',
    container: { name: HOSTILE, image: HOSTILE, ports: [{ name: HOSTILE, containerPort: 80 }] },
  }),
  service(HOSTILE, 'a', HOSTILE),
  service('s', HOSTILE),
]);

describe('as SVG', () => {
  test('every object and every tie is drawn, with what leads nowhere dashed', () => {
    const svg = graphSvg(graphOf([deployment(), service('web', 'web'), service('old', 'legacy')]), 'shop');
    expect(svg.match(/<rect class="box"/g)).toHaveLength(4);
    expect(svg.match(/<path class="edge"/g)).toHaveLength(1);
    expect(svg.match(/<path class="edge dangling"/g)).toHaveLength(1);
    expect(svg).toContain('3 objects; 1 dashed reference leads nowhere');
    expect(svg).toMatch(/<g class="missing"[^>]*>.*?app=legacy/);
  });

  test('it stands alone, in light and dark, and loads nothing', () => {
    const svg = graphSvg(graphOf([deployment()]), 'shop');
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="graph" role="img" aria-label="shop: 1 object, /,
    );
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\(|href/);
  });

  test('text stands for itself', () => {
    const svg = graphSvg(HOSTILE_GRAPH, HOSTILE);
    expect(svg).not.toContain('<b>');
    expect(svg.match(/&(?!#\d+;)/g)).toBeNull();
  });

  test('the object that it is about stands out', () => {
    expect(graphSvg(graphOf([deployment()]), 'x', { chosen: 'Deployment/default/web' })).toContain(
      'class="here chosen"',
    );
  });

  test('nothing is a picture too', () => {
    expect(graphSvg(graphOf([]), 'shop')).toContain('0 objects');
  });
});

describe('as Mermaid', () => {
  test('nodes, ties and classes', () => {
    expect(
      graphMermaid(graphOf([deployment({ replicas: 2 }), service('old', 'legacy'), service('web', 'web')])),
    ).toBe(`flowchart LR
  n0["Deployment<br><b>web</b><br>web · http 8080<br>2 pods"]
  n1["Service<br><b>old</b>"]
  n2["Service<br><b>web</b>"]
  n3["Pods, none<br><b>app=legacy</b>"]
  n1 -.->|"selects"| n3
  n2 -->|"80 → http 8080"| n0
  classDef front fill:#fdf3d6,stroke:#b8860b,color:#1b2430
  class n1,n2 front
  classDef workload fill:#dcecf8,stroke:#2f7ebc,color:#1b2430
  class n0 workload
  classDef missing fill:#fff4f0,stroke:#c2410c,color:#c2410c,stroke-dasharray:5 4
  class n3 missing
  linkStyle 0 stroke:#c2410c,color:#c2410c,stroke-dasharray:5 4
`);
  });

  test('text stands for itself: nothing ends a label or is read as markup', () => {
    for (const line of graphMermaid(HOSTILE_GRAPH).split('\n')) {
      const [, label] = /^ {2}n\d+(?:\[| -\.?->\|)"(.*)"[\]|]/.exec(line) ?? [];
      if (label !== undefined) expect(label.replace(/<br>|<\/?b>|#\d+;/g, '')).not.toMatch(/["<>&'`*#|%{}[\]]/);
      else expect(line).not.toContain('click');
    }
  });
});

test('parts that are not tied together stand apart, the larger ones first', () => {
  const parts = componentsOf(graphOf([made('ConfigMap', 'alone'), deployment(), service('web', 'web')]));
  expect(parts.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([['web', 'web'], ['alone']]);
});
