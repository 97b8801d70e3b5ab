import type { ErrorClass } from '../../evidence/error-observation.ts'
import { SIGNS, WORDINGS } from './error-wordings.ts'

/**
 * A text without what wrapping and copying change, white space, case and kinds of quotes: `at the mo⏎ment.` →
 * `atthemoment.` One character stands for each that is not white space.
 */
export const compact = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const CORES = WORDINGS.map((wording) => ({
  class: wording.class,
  core: compact(wording.core ?? wording.key),
}))

/**
 * What an error says. The message decides before type, and type before status, which have changed over time for one and
 * the same condition; what nobody is known to say is `other`.
 */
export function classifyError(message: string, type: string | null, status: number | null): ErrorClass {
  const text = compact(message)
  const said =
    CORES.find(({ core }) => text.includes(core)) ??
    SIGNS.find(({ types }) => type !== null && types?.includes(type)) ??
    SIGNS.find((sign) => status !== null && sign.status?.(status))
  return said?.class ?? 'other'
}
