const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** `0 B`, `4.2 kB`, `1.3 MB`: at most one decimal, thousands as disks count them. */
export function byteText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** power
  return `${power === 0 ? amount : Math.round(amount * 10) / 10} ${UNITS[power] ?? 'B'}`
}
