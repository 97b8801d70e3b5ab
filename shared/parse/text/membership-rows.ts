import { readWallTime } from '../../time/wall.ts'
import { WHOLE_LINES, type Finder } from './finder.ts'
import { isBlank, MOST_BLANKS, type TextLines } from './text-lines.ts'

// `Kimi Code 2026-07-22 09:08` and its share of the pool, `0.14%`, beside it or on the next line (KIMI.md 3.4)
const ROW =
  /^\s*(?:[|*•-]\s*)?(\S.{0,40}?)[\s|]+(\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d)(?!\S)[\s|]*(.*?)[\s|]*$/
const SHARE = /^[\s|]*[<≈~]?\s*\d{1,3}(?:\.\d{1,4})?\s*[%％][\s|]*$/

/**
 * Finds the membership page's list of what each call took of the pool. Evidence has no word for such a share yet, so
 * the rows are only recognised: the account of the input says that they were there and are not kept.
 */
export const findMembershipRows: Finder = (lines, from) => {
  let rows = 0
  let to = from
  for (let index = from; index < lines.texts.length && index - to <= MOST_BLANKS;) {
    if (isBlank(lines.texts[index] ?? '')) {
      index += 1
      continue
    }
    const end = endOfRow(lines, index)
    if (end === null) break
    rows += 1
    to = end
    index = end
  }
  if (rows === 0) return null
  const why = `${rows} per-call percentages of the membership page, which are not kept`
  return { source: 'membership_text', why, to, parsed: {}, ...WHOLE_LINES }
}

/** The index after a row; null when none begins there. */
function endOfRow(lines: TextLines, index: number): number | null {
  const [, , time, rest = ''] = ROW.exec((lines.texts[index] ?? '').slice(0, 200)) ?? []
  if (time === undefined || readWallTime(time) === null) return null
  if (SHARE.test(rest)) return index + 1
  if (rest !== '') return null
  const next = lines.texts.slice(index + 1, index + 2 + MOST_BLANKS).findIndex((text) => !isBlank(text))
  return next !== -1 && SHARE.test(lines.texts[index + 1 + next] ?? '') ? index + 2 + next : null
}
