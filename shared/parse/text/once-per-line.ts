import type { TextLines } from './text-lines.ts'

/** Asks of a text, and then of each of its lines. */
export type LineQuestion<T> = (lines: TextLines) => (index: number) => T

/**
 * A question about the lines of a text of which each is answered once, however many errors beside it ask: where every line
 * is an error, each of them is beside fifty others. The text itself keeps the answers.
 */
export function oncePerLine<T>(
  answer: (text: string, index: number, lines: TextLines) => T,
): LineQuestion<T> {
  return (lines) => {
    const answers = lines.answers.get(answer) ?? Array.from<unknown>({ length: lines.texts.length })
    lines.answers.set(answer, answers)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under a question only its own answers are kept
    return (index) => (answers[index] ??= answer(lines.texts[index] ?? '', index, lines)) as T
  }
}
