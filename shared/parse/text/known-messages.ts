import { compact } from './error-classes.ts'

const OFFER =
  'purchase extra usage or upgrade your plan: https://www.kimi.com/membership/subscription?tab=quota'
const MORE = `To continue now, ${OFFER}`

/** Messages of Kimi Code (KIMI.md 4.1, 4.2) and of its clients (4.4) that are told from prose without a status. */
const MESSAGES: readonly (readonly [key: string, rest?: string])[] = [
  ["We're receiving too many requests at the moment.", 'Please wait a moment and try again.'],
  ['The engine is currently overloaded, please try again later'],
  ["You've reached your usage limit for this period.", 'Your quota will be refreshed in the next period.'],
  [
    "You've reached your usage limit for this billing cycle.",
    'Your quota will be refreshed in the next cycle.',
  ],
  [
    "You've reached kimi monthly usage limit for this billing cycle.",
    'Your quota will be refreshed in the next cycle.',
  ],
  [
    "You've reached your 5-hour usage limit.",
    `Your quota will reset when the current 5-hour window ends. ${MORE}`,
  ],
  [
    "You've reached your weekly (7-day) usage limit.",
    `Your quota will reset when the current 7-day window ends. ${MORE}`,
  ],
  [
    "You've reached your monthly usage limit for this billing cycle.",
    `Your quota will be refreshed in the next cycle. ${MORE}`,
  ],
  [
    "You've reached your concurrent request limit.",
    'Please wait for your ongoing requests to finish and try again.',
  ],
  ['Your credit balance is insufficient.', `To continue, ${OFFER}`],
  ['Your current subscription does not have access to'],
  ['Your current plan supports only'],
  [
    "We're unable to verify your membership benefits at this time.",
    'Please ensure your membership is active.',
  ],
  ['The API Key appears to be invalid or may have expired.', 'Please verify your credentials and try again.'],
  [
    'Kimi For Coding is currently only available for Coding Agents',
    'such as Kimi CLI, Claude Code, Roo Code, Kilo Code, etc.',
  ],
  ['Authorization failed. Your session may have expired.'],
  ['Membership expired, please renew your plan'],
  ['Quota exceeded, please upgrade your plan or retry later'],
  ['因违反用户协议'],
  ['The server had an error while processing your request'],
  ['failed to evaluate rate limit script'],
  ['Invalid Authentication'],
  ['Access terminated.'],
]

/** Messages that name a model, a plan or a fault after these words. */
const GOES_ON: ReadonlySet<string> = new Set([
  'Your current subscription does not have access to',
  'Your current plan supports only',
  '因违反用户协议',
  'failed to evaluate rate limit script',
])

/** Words that anybody may use in a sentence of their own: on their own line only they are told from prose. */
const COMMON: ReadonlySet<string> = new Set(['Invalid Authentication', 'Access terminated.'])

const KNOWN = MESSAGES.map(([key, rest]) => {
  const whole = rest === undefined ? key : `${key} ${rest}`
  return { key, whole, compactKey: compact(key), compactWhole: compact(whole) }
})

/** A known message in a text: where it stands in the compact text, and how it is spelled. */
export interface MessageMatch {
  readonly from: number
  readonly to: number
  readonly message: string
  /** It says more after these words, which differs from case to case. */
  readonly goesOn: boolean
  /** Its words are common: see whether they have a line to themselves. */
  readonly common: boolean
}

/** Enough of a message to look closer. */
const BEGINNING = 6
const BEGINNINGS = [...new Set(KNOWN.map(({ compactKey }) => compactKey.slice(0, BEGINNING)))]

const PATTERNS = BEGINNINGS.map((begin) => Array.from(begin, (char) => (char === "'" ? "['‘’ʼ`´]" : char)))
const WHOLE = new RegExp(PATTERNS.map((chars) => chars.join(String.raw`\s*`)).join('|'), 'i')
/** `a\s*(?:$|b\s*(?:$|c))`: as much of a beginning as stands before the end. */
const BEGUN = new RegExp(
  PATTERNS.map((chars) => chars.reduceRight((rest, char) => String.raw`${char}\s*(?:$|${rest})`)).join('|'),
  'i',
)

/** Whether a known message may begin in a line, even where the line was broken right after its first letter. */
export const mayBeginMessage = (line: string): boolean => BEGUN.test(line)

/** Whether the beginning of a known message stands in a text, wrapped or not. */
export const holdsBeginning = (text: string): boolean => WHOLE.test(text)

/** The first known message in a compact text, as far as the text goes along with it; without those of common words too. */
export function findKnownMessage(text: string, withCommon = true): MessageMatch | null {
  let best: MessageMatch | null = null
  for (const { key, whole, compactKey, compactWhole } of KNOWN) {
    const common = COMMON.has(key)
    const from = common && !withCommon ? -1 : text.indexOf(compactKey)
    if (from === -1 || (best && best.from <= from)) continue
    const length = sharedLength(text, from, compactWhole)
    best = { from, to: from + length, message: spelled(whole, length), goesOn: GOES_ON.has(key), common }
  }
  return best
}

/** A message with the spaces that its service gives it, where wrapping has taken or added some. */
export function mendMessage(message: string): string {
  const plain = message.replace(/\s+/g, ' ').trim()
  const text = compact(plain)
  const match = findKnownMessage(text)
  if (!match || match.from > 0) return plain
  const rest = afterCompact(plain, match.to).trim()
  return /^[\p{L}\p{N}(]/u.test(rest) ? `${match.message} ${rest}` : match.message + rest
}

function sharedLength(text: string, from: number, whole: string): number {
  let length = 0
  while (length < whole.length && text.charAt(from + length) === whole.charAt(length)) length += 1
  return length
}

/** The beginning of a text that has `length` characters when compact. */
function spelled(text: string, length: number): string {
  return text.slice(0, text.length - afterCompact(text, length).length).trim()
}

function afterCompact(text: string, length: number): string {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    if (count === length) return text.slice(index)
    if (!/\s/.test(text.charAt(index))) count += 1
  }
  return ''
}
