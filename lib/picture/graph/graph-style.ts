/** The style of what `graphSvg` draws; the colours are those of `colourStyle`. */
export const GRAPH_STYLE = `.graph{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.graph text{fill:var(--ink)}
.graph .quiet{fill:var(--quiet)}
.graph .small{font-size:11px}
.graph .name{font-weight:600;font-size:13px}
.graph .title{font-weight:600;font-size:15px}
.graph .paper{fill:var(--paper)}
.graph .box{fill:var(--panel);stroke:var(--line);stroke-width:1}
.graph .container{fill:var(--paper);stroke:var(--line);stroke-width:1}
.graph .pill{fill:var(--starting)}
.graph .stripe.entry{fill:var(--hung)}
.graph .stripe.front{fill:var(--running)}
.graph .stripe.workload{fill:var(--ready)}
.graph .stripe.supply{fill:var(--tick)}
.graph .stripe.backing,.graph .stripe.grant{fill:var(--stopping)}
.graph .edge{fill:none;stroke:var(--tick);stroke-width:1.4}
.graph .edge.dangling{stroke:var(--trouble);stroke-dasharray:5 4;stroke-width:1.6}
.graph .head{fill:var(--tick)}
.graph .head.dangling{fill:var(--trouble)}
.graph .label{fill:var(--quiet);font-size:11px}
.graph .label.dangling{fill:var(--trouble)}
.graph .missing .box{fill:var(--paper);stroke:var(--trouble);stroke-width:1.4;stroke-dasharray:5 4}
.graph .missing text{fill:var(--trouble)}
.graph .missing .stripe{display:none}
.graph .optional .box{fill:var(--paper);stroke-dasharray:5 4}
.graph .chosen .box{stroke:var(--accent);stroke-width:2}
`;
