/** The style of a page around its drawing: for screens of any width, light and dark, and for paper. */
export const PAGE_STYLE = `*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1380px;margin:0 auto;padding:28px 24px 48px;display:grid;grid-template-columns:minmax(0,1fr) 310px;gap:20px 32px;align-items:start}
header,.tiles{grid-column:1/-1}
h1{font-size:24px;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:14px;margin:0 0 8px}
.scenario{margin:4px 0 0;color:var(--quiet)}
.scenario code{color:var(--ink);font-size:14px}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.tiles{display:flex;flex-wrap:wrap;gap:10px;margin:0}
.tile{flex:1 1 150px;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:9px 14px}
.tile dt{color:var(--quiet);font-size:12px}
.tile dd{margin:0;font-size:20px;font-weight:600;line-height:1.3}
.tile.trouble dd{color:var(--trouble)}
.stage{min-width:0}
figure{margin:0;position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;padding:8px 0 4px}
figure svg{display:block;width:100%;height:auto;min-width:640px}
.ties{grid-column:1/-1;min-width:0}
.ties figure{padding:0;background:var(--paper)}
.ties figure svg{margin:0 auto}
.cursor{position:absolute;top:8px;bottom:40px;width:0;border-left:1.5px solid var(--accent);pointer-events:none}
.moment{display:flex;gap:12px;align-items:center;margin:12px 0 8px}
.moment label{white-space:nowrap}
.moment input{flex:1}
.moment output{min-width:62px;text-align:right;font-weight:600}
input[type=range]{accent-color:var(--accent);width:100%;margin:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.terminal{background:var(--panel);border:1px solid var(--line);border-radius:8px;margin:0;padding:10px 14px;overflow-x:auto;font-size:13px;line-height:1.55;min-height:4.6em}
.prompt{color:var(--quiet)}
aside{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow-y:auto}
fieldset{border:1px solid var(--line);border-radius:8px;margin:0 0 12px;padding:2px 14px 8px;min-width:0}
legend{font-weight:600;font-size:13px;padding:0 4px;margin-left:-4px}
.number{display:grid;grid-template-columns:1fr auto;gap:0 8px;padding:2px 0}
.number label{font-size:13px;color:var(--quiet)}
.number output{font-weight:600;font-size:13px;grid-row:1;grid-column:2}
.number input{grid-column:1/-1;grid-row:2;height:14px}
.number.changed label,.number.changed output{color:var(--accent)}
.aside-head{display:flex;justify-content:space-between;align-items:baseline}
button{font:inherit;font-size:13px;color:var(--accent);background:none;border:1px solid var(--line);border-radius:6px;padding:2px 10px;cursor:pointer}
button:disabled{color:var(--quiet);cursor:default;opacity:.6}
details{margin-top:20px}
summary{cursor:pointer;font-weight:600;font-size:14px}
table{border-collapse:collapse;width:100%;margin-top:8px;font-size:13px}
td{padding:3px 12px 3px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td:first-child{text-align:right;color:var(--quiet);white-space:nowrap}
td:nth-child(2){white-space:nowrap}
tr.trouble td:last-child{color:var(--trouble)}
tr{cursor:pointer}
tbody tr:hover{background:var(--panel)}
@media (max-width:1000px){main{grid-template-columns:minmax(0,1fr)}aside{position:static;max-height:none}}
@media print{main{display:block;max-width:none;padding:0}aside,.moment,.cursor{display:none}.tiles{margin:12px 0}figure,.tile,.terminal{break-inside:avoid}figure svg{min-width:0}.ties{margin-top:20px;break-inside:avoid}.ties figure svg{min-width:0!important}tr{break-inside:avoid}body{font-size:11px}}
`;
