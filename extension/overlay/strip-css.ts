/** The strip's own styles, in its shadow root. It follows the console's look: white, hairlines, radius 12 (PEERS.md 0.10). */
export const STRIP_CSS = `
:host { all: initial; display: block; margin: 12px 0; font: 13px/1.45 system-ui, sans-serif;
  --surface: #fff; --text: #1a1a1a; --muted: #666; --line: #ebebeb; --fill: #1a1a1a; --blocked: #b3261e; --hatch: #d9d9d9;
  --active: #3d6fd9; }
:host([data-theme='dark']) { --surface: #1c1c1e; --text: #f2f2f2; --muted: #a8a8ad; --line: #38383b; --fill: #f2f2f2;
  --blocked: #ff8a80; --hatch: #48484c; --active: #8fb0ff; }
:host([data-place='pill']) { position: fixed; right: 16px; bottom: 16px; margin: 0; max-width: min(380px, calc(100vw - 32px));
  z-index: 2147483000; }
.strip { box-sizing: border-box; background: var(--surface); color: var(--text); border: 1px solid var(--line);
  border-radius: 12px; padding: 12px 16px; display: grid; gap: 10px; font-variant-numeric: tabular-nums; }
:host([data-place='pill']) .strip { box-shadow: 0 2px 12px rgb(0 0 0 / 18%); }
.strip.collapsed { display: flex; align-items: center; gap: 12px; padding: 8px 12px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; }
.title { font-weight: 600; }
.state, .records, .reset, .name { color: var(--muted); }
.records { margin-left: auto; }
p { margin: 0; }
.meters { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px 24px;
  grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); }
.meter { display: grid; grid-template-columns: 1fr auto; gap: 2px 8px; align-items: baseline; }
.used { font-weight: 600; }
.bar { grid-column: 1 / -1; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
.fill { display: block; height: 100%; width: 100%; background: var(--fill); transform-origin: left;
  transform: scaleX(var(--share, 0)); }
.meter.unknown .bar { background: repeating-linear-gradient(135deg, var(--hatch) 0 3px, transparent 3px 6px); }
.reset { grid-column: 1 / -1; font-size: 12px; }
.lane { position: relative; height: 14px; border-radius: 3px; border: 1px solid var(--line); overflow: hidden; }
.item { position: absolute; top: 0; bottom: 0; }
.item.unobserved { background: repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 6px); }
.item.idle { background: var(--surface); }
.item.active { top: 6px; background: var(--active); min-width: 1px; }
.item.blocked { background: var(--blocked); min-width: 2px; }
.reset-mark { position: absolute; top: 0; bottom: 0; border-left: 1px dashed var(--text); }
.verdict { max-width: 90ch; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 8px; padding: 2px 10px;
  cursor: pointer; min-height: 26px; }
button:focus-visible { outline: 2px solid var(--active); outline-offset: 2px; }
@media (forced-colors: active) { .item.blocked, .fill { background: CanvasText; } }
`
