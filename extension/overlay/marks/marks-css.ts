/** The layer over the table: takes no room, and lets everything through. */
export const MARKS_CSS = `
:host { all: initial; position: absolute; left: 0; top: 0; width: 0; height: 0; z-index: 0; pointer-events: none;
  font: 600 11px/16px system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif;
  --blocked: #b3261e; --ground: #fff; }
:host([data-theme='dark']) { --blocked: #ff8a80; --ground: #1b1b1e; }
.marks { position: absolute; width: 0; height: 0; }
.row, .gap { position: absolute; box-sizing: border-box; }
.row { border-inline-start: 3px solid var(--blocked); background: color-mix(in srgb, var(--blocked) 9%, transparent); }
.row.suspected { border-inline-start-style: dashed; background: none; }
.gap { border-top: 2px solid var(--blocked); margin-top: -1px; }
.gap.suspected { border-top-style: dashed; }
.label { position: absolute; inset-inline-end: 8px; top: -9px; box-sizing: border-box; max-width: calc(100% - 16px); overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap; padding: 0 8px; border: 1px solid var(--blocked); border-radius: 9px; background: var(--ground);
  color: var(--blocked); }
@media (forced-colors: active) { .row, .gap, .label { border-color: CanvasText; } .label { color: CanvasText; } }
`
