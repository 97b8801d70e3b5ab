import type { Filled } from './filled.ts'
import type { Reason } from './reasons.ts'

/**
 * How a parser knew what a piece of input is, see REASONS; `why` stands for another of these sentences. They are shown
 * beside what was recognised and are not kept.
 */
export const RECOGNITIONS = {
  // JSON
  isHistory: 'usage rows under "requests"',
  isHistoryList: 'a list of usage rows',
  isHistoryRow: 'a usage row',
  isLimits: 'rate limits or balances of a subscription',
  isQuotaList: 'a list of quotas under "usages"',
  isPlan: 'a plan under "subscription"',
  isConstraints: 'constraints under "capabilities"',
  isSubscribed: 'says whether there is a subscription',
  isDevices: 'a list under "devices"',
  isActions: 'what each call took of the pool',
  isActionsAndMore: 'what each call took of the pool, and not all of it',
  isKeys: 'a list under "apiKeys"',
  isPools: 'quota pools under "usages"',
  isQuota: 'a quota count under "usage"',
  isWindows: 'quota windows under "limits"',
  isCap: 'a cap under "parallel"',
  isWallet: 'extra usage under "boosterWallet"',
  isExtraUsage: 'extra usage under "extraUsage"',
  isUsagesFailure: 'the quota could not be read',
  isConsoleError: 'the error code "{{code}}" of the console\'s services',
  isErrorBody: 'an error body',
  isEmptyAnswer: 'an empty answer of {{source}}',
  isBundleSchema: 'its schema is that of a bundle',
  isCompleteBundle: 'a complete bundle of Quotascope: it is merged with what is there',
  isRedactedBundle: 'a redacted bundle of Quotascope: a history of its own, merged with none',
  isExample: 'an example: {{why}}',
  isInside: '{{why}} inside another object',
  isInsideMany: '{{why}} inside another object, and {{most}} more',
  isCapture: 'a capture: {{why}}',
  // text
  isHistoryText: 'rows of the usage history',
  isHistoryHalf: 'half a row of the usage history',
  isPanel: "the client's quota panel",
  isCards: "the console's quota cards",
  isToldMeters: 'meters that are told in a sentence',
  isMembership: "the membership page's list of what each call took of the pool",
  isDeviceText: 'the list of signed-in devices',
  isKeyText: 'a list of {{count}} API keys, of which only the names are kept',
  isTraceback: 'a traceback that ends in an error',
  isErrorText: 'an error text: {{errorClass}}',
  isErrorCutOff: 'an error text that is cut off',
  // logs
  isKimiLog: 'entries of kimi.log',
  isKimiCodeLog: 'entries of kimi-code.log',
  isWireCli: 'records of wire.jsonl (kimi-cli)',
  isWireCode: 'records of wire.jsonl (kimi-code)',
  isConversation: 'the conversation of a session, which is not read',
  isSessionFile: 'a file of a session that is no log of requests, and is not read',
  isProse: 'prose',
} as const

export type Recognition = Filled<(typeof RECOGNITIONS)[keyof typeof RECOGNITIONS]>

/** Why a piece is taken for what it is: how it was recognised, or why it could not be read. */
export type Why = Recognition | Reason

/** The same of a stretch of lines, on one of which several pieces may stand. */
export type WhyAll = Why | `${string}; ${string}`

export const joinWhy = (one: WhyAll, other: string): WhyAll =>
  one.includes(other) ? one : andAlso(one, other)

const andAlso = (one: string, other: string): WhyAll => `${one}; ${other}`

/** One by one again. */
export const splitWhy = (why: string): readonly string[] => why.split('; ')
