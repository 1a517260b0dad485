/** The style sheet of an exported page. It loads nothing; fonts are those of the system. */

export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #222; --faint: #595959; --line: #bbb; --accent: #1f4e79; --paper: #fff; --tint: #f5f6f8; --mark: #fff1b8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e4e4; --faint: #a8a8a8; --line: #555; --accent: #8ab8e6; --paper: #1b1c1e; --tint: #26282b; --mark: #5c4d12;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Source Serif 4", Cambria, Georgia, "Noto Serif", "Noto Serif CJK KR", serif;
  overflow-wrap: anywhere;
}
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 .35em; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.12rem; }
h4, h5, h6 { font-size: 1rem; }
h5, h6 { font-style: italic; font-weight: 400; }
p { margin: 0 0 .85em; }
p, h1, h2, h3, h4, h5, h6, caption, figcaption, .sources li, .label { white-space: break-spaces; }
header { border-bottom: 1.5px solid var(--ink); margin-bottom: 2rem; padding-bottom: .4rem; }
.byline { color: var(--faint); font-size: .95rem; }
.about { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1.2em; margin: 0 0 .6em; font-size: .95rem; }
.about dt { color: var(--faint); }
.about dd { margin: 0; }
.banner { position: sticky; z-index: 1; margin: 0; padding: .3em 1em; text-align: center; font: 600 .9rem/1.35 system-ui, sans-serif; letter-spacing: .04em; print-color-adjust: exact; }
.banner.top { top: 0; }
.banner.bottom { bottom: 0; }
a { color: var(--accent); text-decoration-thickness: from-font; text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
li:target, sup:has(:target), p:has(:target) { background: var(--mark); }
sup, sub { font-size: .72em; line-height: 0; }
mark { background: var(--mark); color: inherit; }
.smallcaps { font-variant-caps: small-caps; }
code, pre { font-family: ui-monospace, Consolas, "Source Code Pro", Menlo, monospace; font-size: .88em; }
pre { background: var(--tint); padding: .8em 1em; margin: 1.2em 0; white-space: pre-wrap; tab-size: 4; }
ul, ol { margin: 0 0 .85em; padding-inline-start: 1.5em; }
li > p, li > ul, li > ol { margin-bottom: .35em; }
ol ol { list-style-type: lower-alpha; }
ol ol ol { list-style-type: lower-roman; }
ol ol ol ol { list-style-type: decimal; }
.check { list-style: none; position: relative; }
.box { position: absolute; inset-inline-start: -1.4em; }
blockquote { margin: 1.1em 0; padding-inline: 1.1em 1.4em; border-inline-start: 2px solid var(--line); }
blockquote > :last-child, .callout > :last-child, td > :last-child, th > :last-child { margin-bottom: 0; }
.callout { margin: 1.3em 0; padding: .85em 1.1em; background: var(--tint); border-inline-start: 3px solid var(--accent); }
.label { font-size: .9rem; margin-bottom: .5em; }
.label strong { color: var(--accent); font-weight: 600; }
.side { color: var(--faint); }
table { border-collapse: collapse; margin: 1.4em 0; max-width: 100%; font-size: .9rem; line-height: 1.4; border-block: 1.5px solid var(--ink); }
table:has(colgroup) { width: 100%; table-layout: fixed; }
.wide { overflow-x: auto; margin: 1.4em 0; }
.wide table { margin: 0; min-width: 44rem; }
th, td { overflow-wrap: break-word; padding: .45em .6em; text-align: start; vertical-align: top; border-top: 1px solid var(--line); }
.long { overflow-wrap: anywhere; }
th { font-weight: 600; }
thead { border-bottom: 1px solid var(--ink); }
th p, td p { margin-bottom: .4em; }
caption, figcaption, .caption { text-align: start; font-size: .9rem; line-height: 1.4; padding: .5em 0; }
figure, .picture { margin: 1.4em 0; }
img { display: block; height: auto; max-width: 100%; }
.missing { color: var(--faint); }
.lead { margin-top: 2.2em; }
.mark { margin-bottom: .3em; }
.mark + .picture, .mark + figure, .mark + pre { margin-top: 0; }
.small { font-size: .88rem; line-height: 1.5; color: var(--faint); }
hr { border: 0; border-top: 1px solid var(--line); width: 30%; margin: 2em auto; }
.sources { list-style: none; padding: 0; font-size: .95rem; }
.sources li { padding-inline-start: 1.6em; text-indent: -1.6em; margin-bottom: .6em; }
nav { margin-bottom: 2.2rem; font-size: .95rem; }
nav h2 { font-size: 1rem; margin: 0 0 .4em; }
nav li { list-style: none; }
nav ol { padding-inline-start: 0; margin: 0; }
nav ol ol { padding-inline-start: 1.2em; }
nav a { text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
.notes { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .92rem; }
.notes h2 { font-size: 1.1rem; margin-top: 1em; }
.notes ol { padding-inline-start: 2em; }
.notes li > div { margin-bottom: .5em; }
.notes p { margin-bottom: .3em; }
@media print {
  body { font-size: 10.5pt; line-height: 1.42; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; } h4, h5, h6 { font-size: 10.5pt; }
  h1, h2, h3, h4, h5, h6, .label, .lead, .mark, caption { break-after: avoid; }
  figure, .picture, tr, li, .callout { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  thead { display: table-header-group; }
  .page-break { break-after: page; }
  .wide { overflow: visible; } .wide table { min-width: 0; }
  a { color: inherit; text-decoration: none; }
  .back { display: none; }
}
`;
