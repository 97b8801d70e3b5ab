import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import type { CallCost } from '../../../evidence/kinds/call-cost.ts'
import { evidenceId } from '../../../evidence/id.ts'
import { whenOfLocal } from '../../../evidence/local-time.ts'
import type { Sentence } from '../../../evidence/sentences/sentence.ts'
import { MINUTE } from '../../../time/duration.ts'
import { readWallTime, type WallTime } from '../../../time/wall.ts'
import { maskText } from '../../scrub/mask.ts'
import type { ParseContext } from '../../parser.ts'
import { plausible } from '../../plausible-time.ts'
import { rejectOf } from '../../reject.ts'
import { WHOLE_LINES, type Finder } from '../finder.ts'
import { isBlank, MAX_BLANKS, type TextLines } from '../text-lines.ts'

/** A row over this many lines: product, time and share, each on its own, as a list without a table is copied. */
const MAX_LINES = 3
const DATE = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`
// `Kimi Code 2026-07-22 09:08` and its share of the pool, `0.14%`, beside it or below (docs/kimi.md#membership-page)
const ROW = new RegExp(
  String.raw`^\s*(?:[|*•-]\s*)?(\S.{0,40}?)[\s|]+(${DATE} \d{1,2}:\d\d)(?!\S)[\s|]+(?:([<≈~])\s*)?(\d{1,3}(?:\.\d{1,4})?)\s*[%％][\s|]*$`,
)
const SHARE = /\d\s*[%％]/
const BEGINS = new RegExp(String.raw`^\s*(?:[|*•-]\s*)?\S.{0,40}?[\s|]+${DATE}(?:\s|$)`)
const PRODUCT = /^kimi\b/i

interface CostRow {
  readonly product: string
  readonly text: string
  readonly wall: WallTime | null
  readonly below: boolean
  /** As printed, without its sign. */
  readonly share: string
}

interface ReadRow extends CostRow {
  readonly index: number
  readonly to: number
}

/**
 * Finds the membership page's list of what each call took of the pool. Somebody's own notes may have the same form, so a
 * list is one only where a row of it names Kimi; then other products of the same pool are taken with it.
 */
export const findMembershipRows: Finder = (lines, from, { piece }) => {
  const rows: ReadRow[] = []
  let to = from
  for (let index = from; index < lines.texts.length && index - to <= MAX_BLANKS;) {
    if (isBlank(lines.texts[index] ?? '')) {
      index += 1
      continue
    }
    const row = readRow(lines, index)
    if (row === null) break
    rows.push(row)
    to = row.to
    index = to
  }
  if (!rows.some(({ product, wall }) => PRODUCT.test(product) && wall !== null)) return null
  const half = halfRow(lines, to)
  const refused = rows.flatMap((row) => {
    const reason = troubleOf(row)
    return reason === null ? [] : [{ index: row.index, reason }]
  })
  if (half !== null) refused.push({ index: half, reason: sentenceFor('rowShareMissing') })
  const rejects = refused.map(({ index, reason }) =>
    rejectOf(piece, { line: lines.lineOf(index), reason, text: lines.texts[index] ?? '' }),
  )
  const whole = rows.filter((row) => troubleOf(row) === null)
  return {
    source: 'membership_text',
    why: "the membership page's list of what each call took of the pool",
    to: half === null ? to : half + 1,
    parsed: { costs: costsOf(lines, whole, piece), rejects },
    ...WHOLE_LINES,
  }
}

/** The row that begins on a line, and the index after it; null when none does. */
function readRow(lines: TextLines, index: number): ReadRow | null {
  let text = ''
  let to = index
  for (let count = 0; count < MAX_LINES && to < lines.texts.length && to - index <= 2 * MAX_LINES; to += 1) {
    const line = lines.texts[to] ?? ''
    if (isBlank(line)) continue
    if (line.length > 200) return null
    text = count === 0 ? line : `${text}\n${line}`
    count += 1
    if (!SHARE.test(line)) continue
    const [, product = '', time = '', sign, share = ''] = ROW.exec(text) ?? []
    if (share === '') continue
    return {
      product,
      text: time,
      wall: plausible(readWallTime(time)),
      below: sign === '<',
      share,
      index,
      to: to + 1,
    }
  }
  return null
}

/** The line after the list on which a row of it begins and does not end; null where there is none. */
function halfRow(lines: TextLines, to: number): number | null {
  const next = lines.texts.slice(to, to + MAX_BLANKS).findIndex((text) => !isBlank(text))
  const text = lines.texts[to + next] ?? ''
  return next !== -1 && BEGINS.test(text.slice(0, 200)) && text.length < 80 ? to + next : null
}

function troubleOf({ wall, text, share }: CostRow): Sentence | null {
  if (wall === null) return sentenceFor('noSuchTime', { time: text })
  return Number(share) > 100 ? sentenceFor('shareTooLarge', { share }) : null
}

/**
 * Rows that nothing tells apart are numbered, so that copies that overlap join to the larger number of each. The time goes
 * into the id as it was printed: the page never prints a zone, and the row is the same whether or not somebody knows it.
 */
function costsOf(lines: TextLines, rows: readonly ReadRow[], { capture, zone }: ParseContext): CallCost[] {
  const counts = new Map<string, number>()
  return rows.flatMap(({ product: printed, text, wall, below, share, index }): CallCost[] => {
    if (wall === null) return []
    const product = maskText(printed).replace(/\s+/g, ' ')
    const percent = Number(share)
    const key = `${wall}|${product}|${percent}|${below}`
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    return [
      {
        id: evidenceId('cost', wall, product, percent, String(below), ordinal),
        when: whenOfLocal(text, wall, MINUTE, zone),
        product,
        percent,
        below,
        resolution: 10 ** -(share.split('.')[1]?.length ?? 0),
        origins: [{ capture, at: `line ${lines.lineOf(index)}` }],
      },
    ]
  })
}
