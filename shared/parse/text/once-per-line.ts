import type { TextLines } from './text-lines.ts'

/** Asks of a text, and then of each of its lines. */
export type LineQuestion<T> = (lines: TextLines) => (index: number) => T

/**
 * A question about the lines of a text of which each is answered once, however many errors beside it ask: where every line
 * is an error, each of them is beside fifty others.
 */
export function oncePerLine<T>(
  answer: (text: string, index: number, lines: TextLines) => T,
): LineQuestion<T> {
  const asked = new WeakMap<readonly string[], (index: number) => T>()
  return (lines) => {
    const known = asked.get(lines.texts)
    if (known) return known
    const answers = Array.from<T | undefined>({ length: lines.texts.length })
    const ask = (index: number): T => (answers[index] ??= answer(lines.texts[index] ?? '', index, lines))
    asked.set(lines.texts, ask)
    return ask
  }
}
