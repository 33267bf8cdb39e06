import { formatDuration } from '../simulation/scenario/parse-duration';
import { GRAPH_STYLE } from './graph/graph-style';
import { element, escapeMarkup } from './markup';
import { pageDataOf, runPageData, type Simulation } from './page/page-data';
import { graphSection } from './page/page-graph';
import { happeningRows, numberFields, outcomeTiles, podsAt } from './page/page-parts';
import { PAGE_STYLE } from './page/page-style';
import { probeNumbers } from './page/probe-number';
import { colourStyle, DRAWING_STYLE } from './picture-style';
import { scenarioText } from './scenario-text';
import { timelineFigure } from './timeline-svg';

/**
 * A page that shows a simulation and runs it again when its reader changes a number of a probe. It is one file that
 * loads nothing, and shows the first run without its script too.
 *
 * @param script What the page runs; see `pageScript`.
 */
export function timelineHtml(simulation: Simulation, script: string): string {
  const data = pageDataOf(simulation);
  const timeline = runPageData(data);
  const { object, scenario, duration, kubeVersion } = timeline;
  const name = escapeMarkup(`${object.kind}/${object.name}`);
  const words = escapeMarkup(scenarioText(scenario));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${name}: ${words}</title>
${element('style', {}, `${colourStyle(':root')}${DRAWING_STYLE}${GRAPH_STYLE}${PAGE_STYLE}`)}
</head>
<body>
<main>
<header><h1>${name}</h1><p class="scenario"><code>${words}</code> for ${formatDuration(duration)}, Kubernetes ${kubeVersion}</p></header>
<dl class="tiles" id="outcome" aria-live="polite">${outcomeTiles(timeline)}</dl>
<div class="stage">
<figure><div id="figure">${timelineFigure(timeline)}</div><div class="cursor" id="cursor" hidden></div></figure>
<div class="moment"><label for="time">At</label><input id="time" type="range" min="0" max="${duration}" step="0.1" value="${duration}"><output id="moment" for="time">${formatDuration(duration)}</output></div>
<pre class="terminal"><span class="prompt">$ kubectl get pod</span>
<span id="pods">${escapeMarkup(podsAt(timeline, duration))}</span></pre>
<details open><summary>What happened</summary><table><tbody id="happenings">${happeningRows(timeline)}</tbody></table></details>
</div>
<aside aria-label="Numbers of the probes"><div class="aside-head"><h2>What if</h2><button type="button" id="reset" disabled>As written</button></div>
<form id="numbers">${numberFields(probeNumbers(data.object))}</form></aside>
${graphSection(simulation)}
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
