import { plainWord, type KnownMeters } from './known-layout.ts'
import type { ShownText } from './shown-text.ts'

export interface ReadMeters {
  readonly text: string
  /** How many of the expected meters are on the page, and how many of these have their percentage. */
  readonly titles: number
  readonly whole: number
}

const PERCENT = /^\d{1,3}(?:\.\d{1,4})?\s*[%％]$/
const RESET = /^resets? (?:in|on|at|after) |后重置$|^waiting for monthly quota reset$|^等待月额度重置$/i
/** From a title to its number it is not further than this. */
const MAX_TEXTS = 12

/**
 * Reads the meters of a page: under each title the percentage and the reset, up to the next title. What else stands in a
 * card (buttons, hints) is left out.
 */
export function readMeters(texts: readonly ShownText[], { titles }: KnownMeters): ReadMeters {
  const names = titles.flat()
  const isTitle = ({ text }: ShownText) => names.includes(plainWord(text))
  const lines: string[] = []
  let found = 0
  let whole = 0
  for (const meter of titles) {
    const at = texts.findIndex(({ text }) => meter.includes(plainWord(text)))
    if (at < 0) continue
    found += 1
    const rest = texts.slice(at + 1, at + MAX_TEXTS)
    const next = rest.findIndex(isTitle)
    const parts = (next < 0 ? rest : rest.slice(0, next)).map(({ text }) => text)
    const percent = parts.find((text) => PERCENT.test(text))
    if (percent === undefined) continue
    whole += 1
    const reset = parts.find((text) => RESET.test(text))
    const title = (texts[at]?.text ?? '').replace(/[ⓘ?]/gu, '').trim()
    lines.push([title, percent, ...(reset === undefined ? [] : [reset])].join('\t'))
  }
  return { text: lines.join('\n'), titles: found, whole }
}
