import type { CallCost } from '../evidence/kinds/call-cost.ts'
import type { ShareBounds } from '../evidence/share-bounds.ts'
import type { Language } from '../time/format.ts'

/** With as many decimals as were printed: `0.10 %`; where only "less than" was printed, that: `< 0.01 %`. */
export function shareText(
  { percent, below, resolution }: Pick<CallCost, 'percent' | 'below' | 'resolution'>,
  language: Language,
): string {
  const text = withSign(percent.toFixed(decimalsOf(resolution)), language)
  if (!below) return text
  return language === 'zh' ? `<${text}` : `< ${text}`
}

/** Both ends, rounded outwards: what is said of them stays true. */
export const shareBoundsTexts = (
  { min, max }: ShareBounds,
  language: Language,
): { readonly min: string; readonly max: string } => ({
  min: withSign(String(Math.floor(scaled(min)) / FINEST), language),
  max: withSign(String(Math.ceil(scaled(max)) / FINEST), language),
})

/** The finest share that a page prints has four decimals. */
const FINEST = 10_000
const scaled = (percent: number): number => Number((percent * FINEST).toFixed(3))

const decimalsOf = (resolution: number): number =>
  resolution > 0 ? Math.min(4, Math.max(0, Math.round(-Math.log10(resolution)))) : 4

const withSign = (number: string, language: Language): string =>
  language === 'zh' ? `${number}%` : `${number} %`
