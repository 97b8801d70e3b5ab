/** How the lane is drawn: pattern and height tell the states apart, colour only helps. */
export const LANE_CSS = `
.day { min-width: 0; }
.lane { position: relative; height: 20px; border-radius: 4px; background: var(--soft); overflow: hidden; }
.item { position: absolute; inset-block: 0; }
.item.unobserved { background: repeating-linear-gradient(135deg, var(--hatch) 0 1.5px, transparent 1.5px 6px); }
.item.idle { inset-block-start: auto; height: 2px; background: var(--muted); }
.item.active { inset-block-start: auto; height: 9px; background: var(--active); min-width: 1.5px; }
.item.blocked { background: var(--blocked); min-width: 3px; }
.reset-mark { position: absolute; inset-block: 0; width: 0; border-inline-start: 2px dashed var(--text); margin-inline-start: -1px; }
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
.swatch.reset { width: 0; margin-inline: 3px; border-inline-start: 2px dashed var(--text); }
@media (forced-colors: active) {
  .item, .swatch, .now-mark, .reset-mark { forced-color-adjust: none; }
  .item.blocked, .swatch.blocked, .now-mark { background: CanvasText; }
  .item.active, .swatch.active { background: Highlight; }
  .item.idle, .swatch.idle { background: GrayText; }
  .item.unobserved, .swatch.unobserved { background: repeating-linear-gradient(135deg, GrayText 0 1.5px, transparent 1.5px 6px); }
  .reset-mark, .swatch.reset { border-color: CanvasText; }
}
`
