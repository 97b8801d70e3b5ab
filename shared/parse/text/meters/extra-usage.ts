import type { Wallet } from '../../../evidence/kinds/quota-snapshot.ts'
import { canFlow } from '../../usages/wallet.ts'
import { isPanelFrame, withoutFrame } from './panel-line.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

const HEADING = /^extra usage$/i
const ONLY_BAR = /^[█▓▒░]+(?:\.{3}|…)?$/
const ROW =
  /^(used this month|monthly limit|balance)[\s:]+(?:([$¥￥])\s*)?(?:(\d{1,9}\.\d\d)(?:\s+([A-Z]{3}))?|unlimited|.{0,30}(?:\.{3}|…))$/i

const CURRENCIES: Readonly<Record<string, string>> = { '$': 'USD', '¥': 'CNY', '￥': 'CNY' }

/**
 * Reads the part of the client's panel that is about money, beginning at its heading. Its monthly limit is an amount, and
 * no meter; "Unlimited" is no limit, and an amount that is cut off is not known.
 *
 *     Extra Usage
 *       █████░░░░░░░░░░░░░░░
 *       Used this month  $ 50.00
 *       Monthly limit    $200.00
 *       Balance          $100.00
 */
export function readExtraUsage(
  lines: TextLines,
  from: number,
): { readonly wallet: Wallet; readonly to: number } | null {
  if (!HEADING.test(withoutFrame(lines.texts[from] ?? ''))) return null
  const cents = new Map<string, number | null>()
  let currency: string | null = null
  let to = from
  for (let index = from + 1; index < lines.texts.length; index += 1) {
    const text = lines.texts[index] ?? ''
    const plain = withoutFrame(text)
    const [, name, symbol, amount, code] = ROW.exec(plain) ?? []
    if (name !== undefined) {
      const key = name.toLowerCase()
      if (cents.has(key)) break
      cents.set(key, amount === undefined ? null : Math.round(Number(amount) * 100))
      currency ??= symbol === undefined ? (code ?? null) : (CURRENCIES[symbol] ?? null)
    } else if (!ONLY_BAR.test(plain) && !isPanelFrame(text) && !isBlank(text)) break
    if (name !== undefined || isEnd(text)) to = index + 1
  }
  if (cents.size === 0) return null
  const leftCents = cents.get('balance') ?? null
  const monthlyLimitCents = cents.get('monthly limit') ?? null
  const monthlyUsedCents = cents.get('used this month') ?? null
  const active = canFlow({ leftCents, monthlyLimitCents, monthlyUsedCents })
  return { wallet: { active, currency, leftCents, monthlyLimitCents, monthlyUsedCents }, to }
}

/** The lower edge of the frame. */
const isEnd = (text: string): boolean => /^\s*[╰└┗╚][─━═-]+/.test(text)
