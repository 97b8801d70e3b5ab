import { camelKey } from '../json/camel-keys.ts'

/** What stands under a name: some names are harmless over a counter, and a key over a text. */
export type ValueKind = 'text' | 'container' | 'number' | 'literal'

const words = (...lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')))

// Compared without `_`, `-` and case.
const ALWAYS = words(
  'id key secret token jwt cookie cookies setcookie authorization password passphrase credential credentials',
  'sub ssid userid uid deviceid sessionid walletid subscriptionid businessid spaceid accountid orderid',
  'businessname spacename realname fullname nickname username email phone mobile avatar avatarurl wechat',
  'address ip ipaddress lastloginip accesstoken refreshtoken idtoken apitoken',
  'amounts payment payments paymentmethod paymentchannel purchasesubscription invoice card bankcard',
)

/**
 * Prompts and code; where a number stands under such a name it is a count of tokens (docs/kimi.md#logs-of-kimi-code).
 */
const PROSE = words(
  'prompt prompts systemprompt userinput input inputs output outputs content contents completion text body',
  'messages arguments args diff patch sourcecode reasoning thinking stdout stderr command cwd workdir filepath',
)

/** `apiKey` is an object with a name to keep; as a text it is the key itself. */
const TEXT_ONLY = words('apikey')

/** Ids of requests and calls, not of people: they tell rows and errors apart. */
const KEPT = words('requestid traceid')

/** `goodsId`, `orgIDs`, `deviceToken`, `lastIP` — but not `paid`, `inputTokens`, `ship`. */
const ENDINGS = /[a-z0-9](?:I[dD]s?|Token|Secret|Password|Cookie|Email|Phone|Mobile|Avatar|I[pP])$/

type Rule = 'always' | 'unless_number' | 'text_only' | 'never'

const MEMO_LIMIT = 2_000
const memo = new Map<string, Rule>()

/** Whether the value under this name is left out of an excerpt. Looks at names, not meanings. */
export function isDroppedName(name: string, kind: ValueKind): boolean {
  let rule = memo.get(name)
  if (rule === undefined) {
    rule = ruleOf(name)
    if (memo.size >= MEMO_LIMIT) memo.clear()
    memo.set(name, rule)
  }
  if (rule === 'unless_number') return kind !== 'number'
  return rule === 'text_only' ? kind === 'text' : rule === 'always'
}

function ruleOf(name: string): Rule {
  const compact = name.replace(/[-_ ]/g, '').toLowerCase()
  if (KEPT.has(compact)) return 'never'
  if (ALWAYS.has(compact) || ENDINGS.test(camelKey(name.replaceAll('-', '_')))) return 'always'
  if (PROSE.has(compact)) return 'unless_number'
  return TEXT_ONLY.has(compact) ? 'text_only' : 'never'
}
