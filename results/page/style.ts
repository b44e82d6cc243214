// The page's style sheet: system fonts, one accent per meaning, light, dark and paper.

import { colours } from "../drawing/palette.js";

const variables = (scheme: 0 | 1) =>
  Object.entries(colours)
    .map(([name, pair]) => `--${name}:${pair[scheme]};`)
    .join("");

/** The CSS of every page. Paper is always light: only a screen may be dark. */
export const style = () => `
:root{color-scheme:light;--page:#f6f7f9;--shade:#1b1f2440;${variables(0)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--page:#0e1013;--shade:#eceef166;${variables(1)}}}
${rules}`;

/** What lies beyond an edge of a part that scrolls is shown by a shade there; at the end of the way, paper that scrolls along covers it (and a hair more, where a pixel would be parted). */
const more = (towards: string, edge: string) =>
  `linear-gradient(to ${towards},var(--shade),transparent) ${edge} 50%/1.25rem calc(100% - 2px) no-repeat scroll`;
const hidden = (towards: string, edge: string) =>
  `linear-gradient(to ${towards},var(--paper) 50%,transparent) ${edge} 0/3rem 100% no-repeat local`;

const rules = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
header,main,footer{max-width:84rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font:600 clamp(1.75rem,1.2rem + 2.4vw,3.1rem)/1.14 Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif","Liberation Serif",serif;letter-spacing:-.012em;max-width:26em;margin:.35rem 0 .8rem}
h2{font-size:1.375rem;font-weight:650;margin:0 0 1rem}
h3{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .75rem;font-size:1.25rem;font-weight:650;margin:0 0 .9rem}
.eyebrow{margin:0;color:var(--quiet);font-size:.9375rem}
.lede{margin:0;font-size:1.1875rem;color:var(--quiet)}
.small,footer,.notes{max-width:52rem}
.small,footer p{color:var(--quiet);font-size:.9375rem}
main>section{margin-top:clamp(2.25rem,5vw,3.5rem)}
footer{max-width:84rem;padding-bottom:3rem;margin-top:3rem}
footer h2{font-size:1rem;margin:0 0 .25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
footer p{margin:0}
ol,.notes{max-width:52rem;margin:0 0 1.5rem;padding-left:1.4rem}
li+li{margin-top:.35rem}
.patterns{position:absolute}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.25rem}
.beside>*{min-width:0;margin:0}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;--pad:clamp(.9rem,2vw,1.5rem);padding:var(--pad)}
.card figure{margin:0}
.card svg{display:block;width:100%;max-width:48rem;height:auto;overflow:visible}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figcaption{margin-top:1rem;max-width:46rem}
:is(.card figure,.window)>figcaption::first-letter{text-transform:uppercase}
.empty{color:var(--quiet)}
.verdict{font-size:.9375rem;font-weight:600;padding:.1rem .65rem;border:1.5px solid;border-radius:2rem}
.blocks{color:var(--queued)}.concurrent,.answers{color:var(--receiving)}.inconclusive,.failed{color:var(--waiting)}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;list-style:none;margin:0 0 1.1rem;padding:0;font-size:.9375rem}
.key li{display:flex;align-items:center;gap:.5rem;margin:0}
.key svg{flex:none}
details{margin-top:.9rem;font-size:.9375rem}
summary{cursor:pointer;color:var(--holding);width:fit-content}
details .scroll{margin-top:.75rem}
.scroll{overflow-x:auto;container-type:inline-size;border-radius:.75rem;border:1px solid var(--line);background:${hidden("right", "-1px")},${hidden("left", "calc(100% + 1px)")},${more("right", "0")},${more("left", "100%")},var(--paper)}
.scroll+.scroll{margin-top:1.25rem}
.drawing{border:0;border-radius:0;margin-inline:calc(-1*var(--pad));padding-inline:var(--pad)}.drawing svg{min-width:27.5rem}
:focus-visible{outline:3px solid var(--holding);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4}
caption{text-align:left;font-weight:650;padding:.85rem 1rem .35rem}
caption span{position:sticky;left:1rem;display:block;max-width:calc(100cqi - 2rem)}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem;border-top:1px solid var(--line);overflow-wrap:break-word}
thead th{border-top:0;font-weight:500;color:var(--quiet);vertical-align:bottom}
tbody th{font-weight:650}
tbody .sub{font-weight:400;white-space:nowrap}
.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .figure{white-space:normal}
.alarm{color:var(--queued);font-weight:650}
td:last-child:not(.figure){min-width:9rem}
pre{margin:0;padding:.85rem 1rem;font:.875rem/1.6 ui-monospace,"SF Mono","Cascadia Mono",Consolas,"Liberation Mono",monospace;tab-size:2}
.card>figcaption{margin:0 0 .75rem}
.card>figcaption p{margin:0}.card>figcaption strong{margin-right:.5rem}
mark{display:inline-block;min-width:100%;margin-left:-1rem;padding-left:calc(1rem - 4px);border-left:4px solid var(--holding);background:var(--holding-ground);color:inherit}
.window img{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:.35rem;background:#fff}
.window{display:flex;flex-direction:column}.window figcaption{margin-top:.75rem;font-size:.9375rem}
.index p{margin:0;color:var(--quiet)}.index .judgement{color:var(--ink);font-weight:650}
.index td:nth-child(2){min-width:14rem;width:70%}
.matrix th[scope=row]{white-space:normal;font-weight:400;min-width:12rem;padding-left:2.4rem;text-indent:-1.4rem}
.matrix b{display:inline-block;width:1.4rem;text-indent:0;font-weight:700}
.matrix td{width:38%;min-width:15rem}
.matrix p{margin:0;color:var(--quiet)}.matrix .judgement{display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-weight:650;color:var(--ink)}
.judgement a{font-weight:400}.yes .judgement{color:var(--receiving)}.no .judgement{color:var(--queued)}
@media (min-width:40rem){tbody th{white-space:nowrap}}
@media (max-width:40rem){.matrix{table-layout:fixed;font-size:.8125rem}.matrix :is(th,td){padding:.5rem .55rem}.matrix td{min-width:0}.matrix th:first-child{width:31%}.index p{margin:0;color:var(--quiet)}.index .judgement{color:var(--ink);font-weight:650}
.index td:nth-child(2){min-width:14rem;width:70%}
.matrix th[scope=row]{min-width:0;padding-left:1.6rem;text-indent:-1rem}.matrix b{width:1rem}}
a{color:var(--holding)}
@media print{
@page{margin:14mm}
:root{--page:#fff}
body{font-size:10pt}
h1{font-size:21pt}
header,main,footer{padding-inline:0}
header{padding-top:0}
.beside{grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.75rem}
.card,tbody,tr,li,.whole,footer{break-inside:avoid}
h2,h3,caption,thead{break-after:avoid}
.card{--pad:.75rem}
.scroll{overflow:visible;background:none}.drawing svg{min-width:0}
table,pre{font-size:8pt}pre{white-space:pre-wrap}
th,td{padding:.25rem .5rem}td:last-child{min-width:0}
thead th,tbody th{overflow-wrap:normal}
mark,.card{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details{display:none}
}`;
