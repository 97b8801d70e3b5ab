const CELLS = 20
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A share as a bar of twenty cells, full at 100 %: `██████▌·············`. Empty where the share is not known. */
export function meterBar(usedPercent: number | null): string {
  const share = Math.min(1, Math.max(0, (usedPercent ?? 0) / 100))
  const eighths = Math.round(share * CELLS * 8)
  const bar = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
  return bar.padEnd(CELLS, '·')
}
