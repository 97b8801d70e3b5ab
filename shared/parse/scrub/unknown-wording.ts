import { WORDINGS } from '../../evidence/errors/error-wordings.ts'

/** More than this of a message is not looked at, and no more of its words are kept. */
const LOOKED_AT = 1_000
const MAX_WORDS = 40

/** Stands for everything that is not a word of the vocabulary. */
export const PLACEHOLDER = '□'

const HAN_WORD = /\p{Script=Han}/u

/** What services say of limits, plans and faults, beside the words of the messages that are known. */
const ENGLISH = `
  5h 5-hour 7-day 30-day access account again api available balance billing busy calls cap capacity code coding concurrency
  concurrent connection credits cycle daily day days denied disabled error exceeded exhausted expired failed forbidden
  frozen gateway hit hour hourly hours internal invalid key later limit limited limits login many maximum membership minute minutes
  model month monthly months no not overload overloaded overused parallel paused payment pending per period permission plan plans
  please purchase quota quotas rate ratelimit reach reached refresh refreshed remaining renew renewed request requests
  required reset resets retry rolling second seconds server service session simultaneous subscription suspended
  temporarily terminated throttled throttling timed timeout today token tokens tomorrow too try unauthorized unavailable
  unusual upgrade usage use used user users wait week weekly weeks window windows year
`
const CHINESE = `
  额度 限额 配额 限制 上限 用量 用完 用尽 耗尽 已用 超出 超过 达到 请求 频率 频繁 过多 过快 并发 同时 套餐 订阅 会员 升级 购买 续费 充值 余额 不足
  账户 账号 帐号 登录 认证 授权 权限 禁用 封禁 暂停 过期 失效 无效 重置 刷新 恢复 小时 分钟 每日 每天 今日 明日 每周 本周 每月 本月 周期 窗口 稍后 重试
  再试 等待 繁忙 过载 拥挤 服务器 服务 引擎 模型 不可用 故障 错误 失败 超时 天 周 月 日 时 请
`
const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** A word without the punctuation around it, in small letters. */
const bare = (token: string): string => token.replace(EDGES, '').replaceAll('’', "'").toLowerCase()
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

const TELLING = new Set(words(ENGLISH))
/** They say nothing by themselves, and hold the others together. */
const BETWEEN = ['has', 'have']
const KNOWN = new Set([
  ...TELLING,
  ...BETWEEN,
  ...WORDINGS.flatMap(({ key, rest = '' }) => words(key + rest).map(bare)),
])
const HAN = new RegExp(
  words(CHINESE)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/**
 * What may be kept of a message that nobody knows yet: the words of a fixed vocabulary, so that drift shows. All else may be
 * a prompt, a path, a name or a key, and becomes a placeholder. Empty where no word is left that says something.
 */
export function keptWords(message: string): string {
  const kept: string[] = []
  for (const token of message.slice(0, LOOKED_AT).split(/\s+/)) {
    for (const word of HAN_WORD.test(token) ? hanWords(token) : [wordOf(token)]) {
      if (word !== PLACEHOLDER || kept.at(-1) !== PLACEHOLDER) kept.push(word)
    }
    if (kept.length >= MAX_WORDS) break
  }
  return kept.some((word) => TELLING.has(bare(word)) || HAN_WORD.test(word)) ? kept.join(' ') : ''
}

/** A word of the vocabulary with the stop, comma or brackets beside it. */
function wordOf(token: string): string {
  const word = token.replace(EDGES, '')
  if (!KNOWN.has(bare(word))) return PLACEHOLDER
  return (token.startsWith('(') ? '(' : '') + word + (/[).,;:!?]{1,2}$/.exec(token)?.[0] ?? '')
}

/** Chinese stands without gaps: what lies between words of the vocabulary becomes one placeholder. */
function hanWords(token: string): readonly string[] {
  const found: string[] = []
  let last = 0
  for (const match of token.matchAll(HAN)) {
    if (match.index > last) found.push(PLACEHOLDER)
    found.push(match[0])
    last = match.index + match[0].length
  }
  return last < token.length ? [...found, PLACEHOLDER] : found
}
