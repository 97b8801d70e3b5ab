/** The look of a report that stands alone: one column, light and dark, readable in print. Colours as in the console. */
export const REPORT_CSS = `
:root { color-scheme: light dark; --ink: #111113; --ink-2: #45454d; --line: #e3e3e7; --ground: #fff; --sunken: #f6f6f7; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #f3f3f5; --ink-2: #bcbcc6; --line: #2a2a30; --ground: #141417; --sunken: #1b1b1f; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; background: var(--ground); color: var(--ink);
  font: 15px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.5rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul { margin: .5rem 0; max-width: 80ch; }
ul { padding-left: 1.25rem; }
li { margin: .25rem 0; }
em { color: var(--ink-2); }
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .8125rem; }
pre { background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; white-space: pre-wrap; }
.table { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem 1rem .375rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--ink-2); white-space: nowrap; }
figure { margin: 1.25rem 0; overflow-x: auto; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 12px; }
@media print { body { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } tr, figure, pre { break-inside: avoid; } }
`
