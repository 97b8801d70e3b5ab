import { joinParsed, type Found } from '../finder.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

const BEGINS = /^\W{0,4}Traceback \(most recent call last\):?/
const CHAINED = /^\W{0,4}(?:During handling of the above exception|The above exception was the direct cause)/
const FRAME = /^(?:\s|[│┃╭╰└├|>~^])/
const LONGEST = 400

/**
 * Finds a Python traceback that ends in a refusal, with the exceptions that led to it. The lines of its frames are code
 * and are dropped. Null where no exception in it is one of ours: then it is prose.
 */
export function findTraceback(
  lines: TextLines,
  from: number,
  findAt: (index: number) => Found | null,
): Found | null {
  if (!BEGINS.test(lines.texts[from] ?? '')) return null
  const errors: Found[] = []
  let to = from
  for (let index = from + 1; index < Math.min(lines.texts.length, from + LONGEST);) {
    const text = lines.texts[index] ?? ''
    if (isBlank(text) || FRAME.test(text) || CHAINED.test(text) || BEGINS.test(text)) {
      index += 1
      continue
    }
    // An exception at the margin ends its traceback; another one may be chained to it.
    const error = findAt(index)
    index = error?.to ?? index + 1
    to = index
    if (error) errors.push(error)
    if (!continues(lines, index)) break
  }
  const last = errors.at(-1)
  if (!last) return null
  const parsed = joinParsed(errors.map((error) => error.parsed))
  const once = new Map((parsed.errors ?? []).map((error) => [error.id, error]))
  return {
    ...last,
    why: 'a traceback that ends in an error',
    to,
    fromColumn: 0,
    parsed: { ...parsed, errors: [...once.values()] },
  }
}

function continues(lines: TextLines, index: number): boolean {
  const next = lines.texts.slice(index, index + 4).find((text) => !isBlank(text))
  return next !== undefined && (CHAINED.test(next) || BEGINS.test(next))
}
