/** The colours of a picture: told apart by people who are colour-blind, and never the only sign of anything. */
const LIGHT = {
  paper: '#ffffff',
  panel: '#f6f7f9',
  ink: '#1b2430',
  quiet: '#5b6776',
  line: '#dde2e8',
  waiting: '#e9ecf0',
  starting: '#b9d7ee',
  running: '#f3d48c',
  ready: '#2f7ebc',
  hung: '#c58ac0',
  stopping: '#a9b1bc',
  backoff: '#f4e3dc',
  ended: '#7f8b99',
  trouble: '#c2410c',
  tick: '#8fa6ba',
  accent: '#1d5f96',
};

const DARK: typeof LIGHT = {
  paper: '#12171e',
  panel: '#1a212a',
  ink: '#e6ebf1',
  quiet: '#9aa7b5',
  line: '#2c3642',
  waiting: '#232c36',
  starting: '#2c516f',
  running: '#8a6a1f',
  ready: '#5aa9e0',
  hung: '#a763a1',
  stopping: '#66717e',
  backoff: '#43291f',
  ended: '#8593a2',
  trouble: '#ff8a5c',
  tick: '#5f7890',
  accent: '#7cc0f2',
};

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** The colours as CSS variables of an element, for light and dark surroundings; paper is light. */
export function colourStyle(selector: string): string {
  return `${selector}{${variables(LIGHT)};color-scheme:light}
@media screen and (prefers-color-scheme:dark){${selector}{${variables(DARK)};color-scheme:dark}}
`;
}

/** The style of what `timelineSvg` draws. */
export const DRAWING_STYLE = `.timeline{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.timeline text{fill:var(--ink)}
.timeline .quiet{fill:var(--quiet)}
.timeline .pod-name{font-weight:600;font-size:13px}
.timeline .paper{fill:var(--paper)}
.timeline .grid{stroke:var(--line);stroke-width:1}
.timeline .waiting{fill:var(--waiting)}
.timeline .starting{fill:var(--starting)}
.timeline .running{fill:var(--running)}
.timeline .ready{fill:var(--ready)}
.timeline .hung{fill:var(--hung)}
.timeline .stopping{fill:var(--stopping)}
.timeline .down{fill:none}
.timeline .back-off{fill:var(--backoff);stroke:var(--trouble);stroke-width:1;stroke-dasharray:3 3}
.timeline .completed{fill:var(--ended)}
.timeline .failed{fill:var(--trouble)}
.timeline .hatch{stroke:var(--paper);stroke-width:1.6;stroke-opacity:.6}
.timeline .serving{fill:var(--ready)}
.timeline .existing{fill:var(--line)}
.timeline .tick{stroke:var(--tick);stroke-width:1}
.timeline .miss{stroke:var(--trouble);stroke-width:1.6}
.timeline .end{stroke:var(--trouble);stroke-width:2;stroke-linecap:round}
.timeline .halo{stroke:var(--paper);stroke-width:4.5;stroke-linecap:round}
`;
