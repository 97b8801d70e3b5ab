/** How the lane is drawn: pattern and height tell the states apart, colour only helps. */
export const LANE_CSS = `
.day { min-width: 0; }
.lane { position: relative; height: 24px; border-radius: 4px; background: var(--soft); overflow: hidden; }
.item { position: absolute; inset-block: 0; }
.item.unobserved { background: repeating-linear-gradient(135deg, var(--hatch) 0 1.5px, transparent 1.5px 6px); }
.item.idle { inset-block-start: auto; height: 2px; background: var(--muted); }
.item.active { inset-block-start: auto; height: 11px; background: var(--active); min-width: 1.5px; }
.item.blocked { background: var(--blocked); min-width: 3px; }
.ahead { position: absolute; inset-block: 0; inset-inline-end: 0; background: var(--surface); border: 1px solid var(--track);
  box-sizing: border-box; border-radius: 0 4px 4px 0; }
.reset-mark { position: absolute; inset-block: 0; width: 0; border-inline-start: 1px dashed var(--text); }
.reset-mark::before, .swatch.reset::before { content: ''; position: absolute; inset-block-start: 0; inset-inline-start: -4px;
  border: 3.5px solid transparent; border-block-start-color: var(--text); }
.now-mark { position: absolute; inset-block: 0; width: 2px; margin-inline-start: -1px; background: var(--text); }
.axis { position: relative; height: 15px; font-size: 11px; line-height: 15px; color: var(--muted); }
.tick { position: absolute; translate: -50%; white-space: nowrap; }
.tick.now { color: var(--text); font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: 0 12px; font-size: 11px; line-height: 15px; color: var(--muted); }
.entry { display: inline-flex; align-items: center; gap: 4px; }
.swatch { position: relative; width: 12px; height: 10px; flex: none; }
.swatch.blocked { background: var(--blocked); }
.swatch.active { height: 5px; align-self: end; margin-block-end: 3px; background: var(--active); }
.swatch.idle { height: 2px; align-self: end; margin-block-end: 3px; background: var(--muted); }
.swatch.unobserved { background: repeating-linear-gradient(135deg, var(--hatch) 0 1.5px, transparent 1.5px 5px); }
.swatch.reset { width: 0; margin-inline: 4px; border-inline-start: 1px dashed var(--text); }
@media (forced-colors: active) {
  .item, .swatch, .now-mark, .reset-mark { forced-color-adjust: none; }
  .item.idle, .swatch.idle { background: GrayText; }
  .lane { box-sizing: border-box; border: 1px solid CanvasText; }
  .ahead { border-width: 0 0 0 1px; }
}
`
