import type { ErrorClass } from '../kinds/error-observation.ts'
import { SIGNS, WORDINGS } from './error-wordings.ts'
import { foldText } from './folded-text.ts'

/** A text as far as it says something, see foldText: `at the mo⏎ment.` → `atthemoment.` */
export const compact = (text: string): string => foldText(text).text

const WORDED = WORDINGS.map(({ key, rest = '', core = key, tail, ...wording }) => ({
  class: wording.class,
  parts: [core, ...(tail === undefined ? [] : [tail])].map(compact),
  whole: compact(key + rest),
}))

const QUOTAS: ReadonlySet<ErrorClass> = new Set(['window_5h', 'window_7d', 'window_month', 'quota_unnamed'])
/** Of a message that was cut as much must be left: `We're re…` */
const LEAST = 8

/**
 * What an error says. The message decides before type, and type before status, which have changed over time for one and
 * the same condition. A message that was cut while several could still follow is said to be what all of them are: a quota
 * that is not named, or `other`, as what nobody is known to say.
 */
export function classifyError(message: string, type: string | null, status: number | null): ErrorClass {
  const said =
    classOfWords(compact(message)) ??
    SIGNS.find(({ types }) => type !== null && types?.includes(type))?.class ??
    SIGNS.find((sign) => status !== null && sign.status?.(status))?.class
  return said ?? 'other'
}

/** The class that the words of a message give by themselves; null if Kimi is not known to use them. */
export const classOfMessage = (message: string): ErrorClass | null => classOfWords(compact(message))

/** Whether the words of an error are ones that Kimi is known to use, or what a cut has left of them. */
export const isWorded = (message: string): boolean => classOfMessage(message) !== null

const classOfWords = (text: string): ErrorClass | null =>
  WORDED.find(({ parts }) => parts.some((part) => text.includes(part)))?.class ??
  classOfCut(text.replace(/[…."']+$/, ''))

/** Null if no known message begins like that. */
function classOfCut(text: string): ErrorClass | null {
  if (text.length < LEAST) return null
  const classes = [...new Set(WORDED.filter(({ whole }) => whole.startsWith(text)).map((each) => each.class))]
  const [only] = classes
  if (only === undefined || classes.length === 1) return only ?? null
  return classes.every((each) => QUOTAS.has(each)) ? 'quota_unnamed' : 'other'
}
