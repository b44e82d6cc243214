// What the page of the course report adds to every page's style sheet: rows of experiments, small windows of browsers.

/**
 * On paper no row is parted. A heading that wants to stay with what follows would, as the last row of a grid, keep all
 * rows together.
 */
export const reportStyle = `
.intro{max-width:52rem;margin:0 0 1.25rem}
.glance{width:auto;margin:0 0 1.75rem;table-layout:fixed}
.glance :is(th,td){padding:0;border:0;text-align:center;vertical-align:middle;min-width:0}
.glance thead th{font:600 1.0625rem/1.6 Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif","Liberation Serif",serif;color:var(--quiet)}
.glance tbody th{text-align:left;padding-right:.75rem}
.glance a{display:block;width:clamp(1.9rem,7vw,2.75rem);line-height:2rem;font-weight:700;text-decoration:none;border:1px solid var(--line);background:var(--paper);margin:-.5px;color:inherit}
.glance td:last-child{min-width:0}
.glance .yes{color:var(--receiving)}.glance .no{color:var(--queued)}.glance .untried{color:var(--quiet)}
.experiments{padding-block:0}
.experiment article{scroll-margin-top:1rem}
.experiment{display:grid;grid-template-columns:minmax(9rem,12rem) repeat(2,minmax(0,1fr));gap:1rem 2rem;padding-block:1.5rem}
.experiment+.experiment{border-top:1px solid var(--line)}
.experiment h3{display:block;font-size:1.0625rem;margin:0}
.experiment b{display:block;font:600 2rem/1 Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif","Liberation Serif",serif;color:var(--quiet);margin-bottom:.35rem}
.experiment h4{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .75rem;margin:0;font-size:1.0625rem}
.experiment h4 a{margin-left:auto;font-weight:400;font-size:.9375rem}
.experiment p{margin:0}.saw{color:var(--quiet);font-size:.9375rem}.saw::first-letter{text-transform:uppercase}
.judgement{font-size:.9375rem}.yes .judgement{color:var(--receiving)}.no .judgement{color:var(--queued)}.untried .judgement{color:var(--quiet)}
.experiment article>figure{margin-top:.8rem}
.experiment article>figure svg{max-width:24rem}
.experiment figcaption{margin-top:.5rem}
.experiment figcaption::first-letter{text-transform:uppercase}
.experiment pre{border:1px solid var(--line);border-radius:.4rem;background:var(--page);padding:.4rem .7rem;font-size:.8125rem;white-space:pre-wrap;overflow-wrap:anywhere;max-width:24rem}
.dots{letter-spacing:.1em;color:var(--receiving)}
.shots{display:flex;gap:.9rem;margin-top:.9rem}
.shots figure{flex:0 1 11.5rem}
.shots svg{border:1px solid var(--line);border-top-width:.55rem;border-radius:.35rem;background:#fff}
.shots figcaption{margin-top:.3rem;font-size:.875rem;color:var(--quiet)}
@media screen and (max-width:52rem){.experiment{grid-template-columns:1fr}.experiment h3{display:flex;gap:.6rem}.experiment b{margin:0}}
@media print{
html{font-size:12.5px}
.experiments{break-inside:auto}
.experiment{break-inside:avoid;grid-template-columns:7.5rem repeat(2,minmax(0,1fr));gap:.5rem 1.25rem;padding-block:1rem}
.experiment h3{break-after:auto}.experiment h4 a,.links{display:none}
}
`;
