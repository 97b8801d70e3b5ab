import { isBlank, isFence, type TextLines } from './text-lines.ts'

const WORD =
  /\b(?:examples?|samples?)\b(?![/\\_-]|\.\w)|\be\.\s?g\b|\bfor instance\b|示例|范例|样例|例如|例子|比如|譬如|举例|示範|範例/i
/** What is called so by name; "for example" and "e.g." may lead to something that happened, too. */
const NAME = /(?<!\bfor )\bexamples?\b|\bsamples?\b|示例|范例|样例|示範|範例/i
/** Whoever writes so speaks of something that happened: "for example, today I got:". */
const OWN =
  /\b(?:I|I'm|I've|my|mine|me|we|our|ours)\b|\b(?:today|yesterday|tonight|just now|this (?:morning|afternoon|evening)|last (?:night|week))\b|我|咱|今天|昨天|刚才|刚刚|今早|昨晚/i
/** It speaks of an example that stands elsewhere. */
const ELSEWHERE =
  /\b(?:examples?|samples?)\s+(?:above|from before)\b|上面的?(?:示例|例子)|\bsample (?:size|rate)\b/i
const SENTENCE_END = /(?<!\be\.g|\bi\.e)[.!?]\s+(?=[\p{Lu}"'“])|[。！？]/u
/** A label of a few words needs no colon: a heading, a line on its own. */
const MAX_WORDS = 4
const MAX_LENGTH = 160

/** Whether a line, or what stands on a line before something, says that what follows is an example. */
export function isExampleLabel(text: string): boolean {
  if (text.length > 4_000 || !WORD.test(text)) return false
  const last = text.trim().split(SENTENCE_END).at(-1)?.trim() ?? ''
  const label = last === '' ? text.trim() : last
  if (label.length > MAX_LENGTH || !WORD.test(label) || OWN.test(label) || ELSEWHERE.test(label)) return false
  return isHeading(label) || leadsOn(label) || label.split(/\s+/).length <= MAX_WORDS
}

const isHeading = (text: string) => /^#{1,6}\s/.test(text)
/** `Example response:`, `**Example:**`, `e.g.`, `for example`, `(e.g. "` */
const leadsOn = (text: string) =>
  /(?:[:：]|\b(?:e\.\s?g\.?|for (?:example|instance)),?|例如|比如|譬如)[\s*_`"'“‘([（「]*$/i.test(text)

/** What stands on a line before its error or its body: a status and the words that name one belong to those. */
export const textBefore = (text: string, column: number): string =>
  column > 0
    ? text.slice(0, column)
    : (/^.*?(?=Error code|API Error|\bHTTP\b|status code|(?:\[|failed to run prompt: )provider\.|\b[45]\d\d\b|[{"'“])/.exec(
        text,
      )?.[0] ?? '')

/** Whether a line calls a log below it an example: a log is somebody's own as a rule, and tells when. */
export const isLogExampleLabel = (text: string): boolean => isExampleLabel(text) && NAME.test(text)

/** Blank lines and fences between a label and what it names: more are no label's doing. */
const MAX_BETWEEN = 50

/** The line above one that may say what follows; what stands before `first` belongs to something else. */
export function lineAbove(lines: TextLines, from: number, first: number): string {
  let index = from - 1
  const last = Math.max(first, from - MAX_BETWEEN)
  while (index >= last && isBetween(lines.texts[index] ?? '')) index -= 1
  return index >= last ? (lines.texts[index] ?? '') : ''
}

const isBetween = (text: string) => isBlank(text) || isFence(text)
