import { textIn } from './shown-text.ts'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** `KimiCLI/1.16.0`, and what browsers and agents put behind it. */
const CLIENT = /^[\w.-]+\/\d[\w.+-]*(?:\s.*)?$/
const SECOND = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T\u00a0]+\d{1,2}:\d\d:\d\d$/
const MINUTE = /\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d$/
const PERCENT = /^[<≈~]?\s*\d{1,3}(?:\.\d{1,4})?\s*[%％]$/

/** What a cell holds, by its form alone. */
export type CellForm = 'uuid' | 'client' | 'second' | 'minute' | 'percent' | 'text' | 'empty'

export function formOf(cell: string): CellForm {
  if (cell === '') return 'empty'
  if (UUID.test(cell)) return 'uuid'
  if (SECOND.test(cell)) return 'second'
  if (MINUTE.test(cell)) return 'minute'
  if (PERCENT.test(cell)) return 'percent'
  return CLIENT.test(cell) ? 'client' : 'text'
}

/** Whether a text is a time, to the second or the minute. */
export const saysTime = (text: string): boolean => SECOND.test(text) || MINUTE.test(text)

/**
 * The cells of a row: its children, or where it has only one, the children of that.
 *
 *     <div><div><span>a</span><span>b</span></div></div>   a, b
 */
export function cellsOf(row: Element): readonly string[] {
  let holder = row
  while (holder.children.length === 1 && holder.firstElementChild) holder = holder.firstElementChild
  return [...holder.children].map((cell) => textIn(cell).replaceAll('\t', ' '))
}
