import { isBlank, type TextLines } from './text-lines.ts'

const TABLE_ROW = /^\s*\|.*\|\s*$/
/** A row of a Markdown table that leaves out its outer bars, and the line under the head of a table. */
const OPEN_ROW = /^[^|]+\|[^|]+\|/
const UNDER_HEAD = /^\s*(?:\|\s*)?:?-{2,}:?\s*\|[\s|:-]*$/
const OWN = /\b(?:I|I'm|I've|my|mine|me|we|our)\b|我/i
const CONDITION =
  /\b(?:if|when|whenever|in case|should)\s+(?:you|your|the|an?|users?|it|they|somebody|someone|any)\b[^.!?]{0,120}$|\byou(?:'|’)?(?:ll| will| may| might| would| could) (?:then |also |still )?(?:see|get|receive|encounter|run into)\b[^.!?]{0,120}$|(?:如果|如|若|当|假如)[^。！？]{0,40}$/i
const MEANING =
  /^["'”’`)\]*.]{0,4}\s*(?:(?:[-–—:→]|->|=>)\s*)?(?:means\b|indicates\b|is (?:returned|sent|shown|raised)\b|is what\b|occurs\b|appears (?:if|when)\b|表示|意味着|说明|代表|指的是)/i
const HEADING = /^\s*#{1,6}\s|^\s*(?:\*\*|__).{3,60}(?:\*\*|__)\s*(?::\s*)?$/
// In the singular, "Error message", "错误信息" is what the form of a report asks for.
const OF_DOCUMENTATION =
  /\b(?:error|status|response) (?:codes|messages|reference|types|tables?)\b|\b(?:common|known|possible) (?:errors?|issues|problems|messages)\b|\btroubleshooting\b|\bFAQ\b|错误码|错误代码|状态码|报错说明|常见(?:错误|问题|报错)|故障排(?:查|除)/i
/** A section is looked back for so far. */
const MAX_LINES = 60

/** Whether an undated error on a line stands in documentation: a table, a section on errors, a sentence on what one means. */
export function isDocumentation(
  lines: TextLines,
  from: number,
  column: number,
  end: number,
  to = from + 1,
): boolean {
  const line = lines.texts[from] ?? ''
  const beside = `${line.slice(0, column)} ${line.slice(Number.isFinite(end) ? end : line.length)}`
  // A frame of plain characters wraps what stands in it; a table does not.
  if (to === from + 1 && isTableRow(lines, from)) return !OWN.test(beside)
  const before = `${lineBefore(lines, from, column)} ${line.slice(Math.max(0, column - 300), column)}`
  const sentence = before.split(/[.!?。！？]\s/).at(-1) ?? ''
  if (OWN.test(sentence)) return false
  if (CONDITION.test(sentence)) return true
  if (Number.isFinite(end) && MEANING.test(line.slice(end, end + 80))) return true
  return isInSection(lines, from)
}

/** The line above, where the sentence that an error begins a line of goes on from there. */
function lineBefore({ texts }: TextLines, from: number, column: number): string {
  const above = texts[from - 1] ?? ''
  const goesOn = !isBlank(above) && !/[.!?:。！？：]\W*$/.test(above.slice(-20))
  return goesOn && isBlank((texts[from] ?? '').slice(0, column)) ? above.slice(-300) : ''
}

function isTableRow({ texts }: TextLines, from: number): boolean {
  if (TABLE_ROW.test(texts[from] ?? '')) return true
  for (let index = from; index >= 0 && index > from - MAX_LINES; index -= 1) {
    const text = (texts[index] ?? '').slice(0, 400)
    if (UNDER_HEAD.test(text)) return true
    if (!OPEN_ROW.test(text)) return false
  }
  return false
}

function isInSection({ texts }: TextLines, from: number): boolean {
  for (let index = from - 1; index >= 0 && index > from - MAX_LINES; index -= 1) {
    const text = texts[index] ?? ''
    if (isBlank(text) || text.length > 200) continue
    if (HEADING.test(text)) return OF_DOCUMENTATION.test(text) && !OWN.test(text)
  }
  return false
}
