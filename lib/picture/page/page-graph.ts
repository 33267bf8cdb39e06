import type { JsonObject } from '../../comparison/json';
import { graphAround } from '../../graph/graph-around';
import { keyOf } from '../../graph/graph-builder';
import { graphOf } from '../../graph/graph-of';
import { heldObjects } from '../../graph/held-object';
import { DEFAULT_MINOR, minorOf } from '../../kubernetes/version';
import { plainObject } from '../../simulation/scenario/simulated-object';
import { graphFigure } from '../graph/graph-svg';
import { element, escapeMarkup } from '../markup';
import type { Simulation } from './page-data';

/** What leads to the simulated workload and what it leads to, as a picture; nothing where it stands alone. */
export function graphSection({ object, options = {} }: Simulation): string {
  const { beside = [], kubeVersion } = options;
  const subject = plainObject(object) as JsonObject;
  const minor = kubeVersion === undefined ? DEFAULT_MINOR : minorOf(kubeVersion);
  const [held] = heldObjects([subject], minor);
  if (!held) return '';
  const chosen = keyOf(held);
  const graph = graphAround(
    graphOf([subject, ...beside.map((other) => plainObject(other) as JsonObject)], kubeVersion),
    chosen,
  );
  if (graph.edges.length === 0) return '';
  const name = `${held.kind}/${held.name}`;
  const figure = element('figure', {}, graphFigure(graph, `What ${name} is tied to`, { chosen }));
  return element('section', { class: 'ties' }, element('h2', {}, `What ${escapeMarkup(name)} is tied to`) + figure);
}
