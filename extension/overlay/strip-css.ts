import { LANE_CSS } from './lane-css.ts'

/**
 * The strip's own styles, in its shadow root. It follows the console's look: white, hairlines, radius 12
 * (docs/kimi.md#pages). Each width has a least height, so that what is below it seldom moves; it grows where its words
 * need more, and never cuts them.
 */
export const STRIP_CSS = `
:host { all: initial; display: block; margin: 12px 0; container-type: inline-size; color-scheme: light;
  font: 13px/1.45 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif;
  --surface: #fff; --text: #1a1a1a; --muted: #5f5f66; --line: #e4e4e7; --track: #ececef; --fill: #1a1a1a; --blocked: #b3261e;
  --hatch: #c4c4cb; --active: #2f62cf; --warn: #8a5300; --soft: #f6f6f7; --focus: #2f62cf;
  --shadow: 0 4px 20px rgb(0 0 0 / 16%); }
:host([data-theme='dark']) { color-scheme: dark; --surface: #1b1b1e; --text: #f2f2f2; --muted: #a9a9b0; --line: #38383d;
  --track: #313136; --fill: #f2f2f2; --blocked: #ff8a80; --hatch: #55555c; --active: #8fb0ff; --warn: #f2bd6b; --soft: #26262a;
  --focus: #8fb0ff; }
:host([data-place='pill']) { position: fixed; margin: 0; z-index: 2147483000; width: max-content;
  max-width: min(400px, calc(100vw - 24px)); container-type: normal; }
:host([data-place='pill'][data-open]) { width: min(400px, calc(100vw - 24px)); container-type: inline-size; }
:host([data-place='parked']) { position: static; width: fit-content; margin: 12px auto; container-type: normal; }
.strip { position: relative; box-sizing: border-box; min-height: 226px; overflow-wrap: anywhere; background: var(--surface); color: var(--text);
  border: 1px solid var(--line); border-radius: 12px; padding: 8px 16px 10px; display: flex; flex-direction: column; gap: 8px;
  font-variant-numeric: tabular-nums; animation: come 150ms ease-out; }
@keyframes come { from { opacity: 0; } }
.strip.collapsed { min-height: 44px; justify-content: center; padding-block: 0; }
:host([data-place='pill']) .strip { box-shadow: var(--shadow); }
:host([data-place='pill']) .strip.collapsed, :host([data-place='parked']) .strip { min-height: 40px; border-radius: 20px; padding: 0 6px; }
.head { display: flex; align-items: center; gap: 4px 10px; min-height: 28px; min-width: 0; }
.strip:not(.collapsed) .head { min-height: 40px; align-items: flex-start; } /* two lines; the first stands still when a second comes */
.strip:not(.collapsed) .head > :not(.buttons) { padding-block-start: 4px; }
.strip:not(.collapsed) .state { align-items: baseline; }
.title { font-weight: 600; white-space: nowrap; }
.state { display: inline-flex; align-items: center; gap: 6px; min-width: 0; }
.state[data-kind='blocked'] { color: var(--blocked); font-weight: 600; }
.state[data-kind='partial'], .state[data-kind='reset_due'], .state[data-kind='layout'], .state[data-kind='silent'], .state[data-kind='trouble'],
.state[data-kind='gone'] { color: var(--warn); }
.glyph { flex: none; box-sizing: border-box; width: 9px; height: 9px; border: 2px solid currentcolor; border-radius: 50%; }
[data-kind='current'] .glyph { background: currentcolor; }
[data-kind='collecting'] .glyph, [data-kind='reset_due'] .glyph { border-style: dashed; }
[data-kind='partial'] .glyph { background: linear-gradient(90deg, currentcolor 50%, transparent 50%); }
[data-kind='blocked'] .glyph { background: currentcolor; border-radius: 1px; }
[data-kind='off'] .glyph { height: 0; border-width: 1px; border-radius: 0; }
[data-kind='layout'] .glyph, [data-kind='silent'] .glyph, [data-kind='trouble'] .glyph, [data-kind='gone'] .glyph { border: 0; border-radius: 0; background: currentcolor;
  clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.kept { color: var(--muted); margin-inline-start: auto; }
.summary { color: var(--muted); }
.buttons { display: inline-flex; flex-wrap: wrap; gap: 6px; flex: none; margin-inline-start: auto; }
.kept + .buttons { margin-inline-start: 6px; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 8px; padding: 1px 10px;
  min-height: 26px; cursor: pointer; white-space: nowrap; }
button:hover { background: var(--soft); }
button:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.words button { display: inline; border: 0; padding: 0 2px; min-height: 0; text-decoration: underline; text-underline-offset: 2px; }
.trouble button { display: inline-block; min-height: 26px; border: 1px solid var(--line); padding: 1px 10px; text-decoration: none; }
.grip { border: 0; padding: 0; width: 24px; min-height: 32px; cursor: grab; touch-action: none; border-radius: 12px;
  background: radial-gradient(circle, var(--muted) 1.2px, transparent 1.6px) 6px 8px / 6px 6px; background-clip: content-box; }
:host([data-dragging]) .grip { cursor: grabbing; }
.body { flex: 1; display: grid; gap: 10px; grid-template: auto auto 1fr / minmax(0, 1fr); }
.meters { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px 20px;
  grid-template-columns: repeat(auto-fit, minmax(min(190px, 100%), 1fr)); }
.meter { display: grid; gap: 3px; align-content: start; }
.line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 8px; align-items: baseline; min-width: 0; }
.name { color: var(--muted); }
.used { font-weight: 600; }
.bar { height: 6px; border-radius: 3px; background: var(--track); overflow: hidden; }
.fill { display: block; height: 100%; background: var(--fill); transform-origin: left; transform: scaleX(var(--share, 0)); }
.meter[data-level='high'] .fill { background: var(--warn); }
.meter:is([data-level='nearly_full'], [data-level='full']) .fill { background: repeating-linear-gradient(135deg, var(--blocked) 0 5px, var(--surface) 5px 6.5px); }
.meter[data-level='high'] .used { color: var(--warn); }
.meter:is([data-level='nearly_full'], [data-level='full']) .used { color: var(--blocked); }
.meter.unknown .bar { background: repeating-linear-gradient(135deg, var(--hatch) 0 3px, transparent 3px 6px); }
.reset, .reset-at { font-size: 12px; line-height: 16px; color: var(--muted); }
.meter.due .reset { color: var(--warn); }
.outlook { font-size: 12px; line-height: 16px; color: var(--muted); }
:host(:not([data-place='popup'])) .outlook { display: none; }
p { margin: 0; }
.verdict { font-size: 14px; }
.next { margin: 4px 0 0; padding-inline-start: 1.2em; list-style: '→ ' outside; }
.device { color: var(--muted); }
.twin-panel { position: absolute; inset-block-start: calc(100% + 6px); inset-inline-end: 0; z-index: 1; box-sizing: border-box;
  width: min(440px, 100%); max-height: 320px; overflow: auto; background: var(--surface); border: 1px solid var(--line);
  border-radius: 12px; padding: 12px 16px; box-shadow: var(--shadow); }
.twin-panel ol { margin: 8px 0; padding: 0; list-style: none; }
.twin-panel li { padding: 2px 0; border-top: 1px solid var(--line); }
.twin-title { font-weight: 600; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 859px) {
  .strip:not(.collapsed) { min-height: 320px; }
  .strip:not(.collapsed) .head { flex-wrap: wrap; }
}
@container (max-width: 519px) {
  .strip { padding-inline: 12px; }
  .strip:not(.collapsed) { min-height: 560px; }
  .strip.collapsed .title { display: none; }
  .state { flex: 1 1 60%; }
  .kept { flex: 1 1 100%; order: 3; margin: 0; }
  .strip:not(.collapsed) .buttons { flex: 1 1 100%; order: 4; margin: 0; }
  .meters { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px 14px; }
  .meter { gap: 1px; }
}
:host([data-place='popup']) .strip { min-height: 0; border: 0; }
@media (prefers-reduced-motion: reduce) { .strip { animation: none; } }
@media (forced-colors: active) {
  :host, :host([data-theme='dark']) { --surface: Canvas; --text: CanvasText; --muted: CanvasText; --line: CanvasText;
    --track: Canvas; --fill: CanvasText; --blocked: CanvasText; --hatch: GrayText; --active: Highlight; --warn: CanvasText;
    --soft: Canvas; --focus: Highlight; }
  .fill, .glyph, .grip, .meter.unknown .bar { forced-color-adjust: none; }
  .glyph { color: CanvasText; }
  .bar { box-sizing: border-box; border: 1px solid CanvasText; }
}
${LANE_CSS}`
