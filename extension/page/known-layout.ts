import type { ReadMethod } from '../content/read-methods.ts'
import type { TableSource } from '../messages/table-source.ts'

/*
 * All that the extension knows of what the console's pages look like, in one list: words, in both languages, and what is
 * expected of each. Nothing here is a class name or a tag; those change with every release of a page.
 *
 * Titles and the columns of the key list are from screenshots of May 2026, those of the membership page from a capture
 * (docs/kimi.md#quota-cards, #membership-page). Heads of the history and of the device list were never published: the
 * words are the likely ones, and rows can also be told by what stands in them.
 */

/** What a list of the page is, and which text of ours it becomes. */
export type ListKind = 'history' | 'devices' | 'keys' | 'shares'

export interface KnownList {
  readonly kind: ListKind
  readonly on: PageKind
  /** How the source is called that `shared/parse` reads it as. */
  readonly source: TableSource
  /** The page's own call whose answer says the same and more: once it has been understood, the list is not needed. */
  readonly answer: ReadMethod | null
  /** The heading over it. */
  readonly titles: readonly string[]
  /** Columns in the order in which our parsers want them, and the heads that they have been given. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** Columns without which a row says nothing. */
  readonly needed: readonly string[]
  /** The heads under which it is handed over, where its rows cannot be told without them. */
  readonly heads: Readonly<Record<string, string>> | null
  /** The most rows that it can have; what is over is not read. */
  readonly most: number
}

export type PageKind = 'console' | 'membership'

const TIME = ['time', 'request time', 'date', '时间', '请求时间', '调用时间']
const STATUS = ['status', 'result', '状态', '结果']

export const KNOWN_LISTS: readonly KnownList[] = [
  {
    kind: 'history',
    on: 'console',
    source: 'history_text',
    answer: 'ListUnifiedRequests',
    titles: ['usage history', '使用记录'],
    columns: {
      id: ['request id', 'id', '请求 id', '请求id'],
      source: ['source', 'key', 'api key', 'name', '来源', '使用来源', '名称'],
      client: ['client', 'user agent', 'agent', 'ua', '客户端', '用户代理'],
      type: ['call type', 'type', '调用类型', '类型'],
      time: TIME,
      status: STATUS,
    },
    needed: ['source', 'client', 'time'],
    heads: null,
    most: 1_000,
  },
  {
    kind: 'keys',
    on: 'console',
    source: 'key_text',
    answer: 'ListAPIKeys',
    titles: ['api keys', 'api key'],
    columns: {
      name: ['name', '名称'],
      created: ['created', 'created at', '创建时间'],
      status: STATUS,
    },
    needed: ['name', 'created'],
    heads: { name: 'Name', created: 'Created', status: 'Status' },
    most: 100,
  },
  {
    kind: 'devices',
    on: 'console',
    source: 'device_text',
    answer: 'ListDevices',
    titles: ['login devices', 'devices', '登录设备', '设备管理'],
    columns: {
      name: ['device', 'device name', 'name', '设备', '设备名称', '名称'],
      platform: ['platform', 'client', 'type', '平台', '客户端', '设备类型', '类型'],
      version: ['version', 'client version', '版本'],
      active: ['last active', 'last used', 'last login', '最近活跃', '最近使用', '最后登录', '上次登录'],
    },
    needed: ['name', 'active'],
    heads: { name: 'Device', platform: 'Platform', version: 'Version', active: 'Last active' },
    most: 200,
  },
  {
    kind: 'shares',
    on: 'membership',
    source: 'membership_text',
    answer: 'ListBalanceActions',
    titles: ['usage details', 'details', '使用明细'],
    columns: {
      what: ['consumption', 'item', 'usage', '消耗', '项目'],
      percent: ['percentage', 'percent', 'share', '百分比', '占比'],
    },
    needed: ['what', 'percent'],
    heads: null,
    most: 2_000,
  },
]

/** The meters: a title, a percentage, and when it resets. Two of them on the console, up to three on the other page. */
export interface KnownMeters {
  readonly on: PageKind
  readonly answers: readonly ReadMethod[]
  /** Each meter under all of its names. */
  readonly titles: readonly (readonly string[])[]
}

export const KNOWN_METERS: readonly KnownMeters[] = [
  {
    on: 'console',
    answers: ['GetSubscriptionStats', 'GetUsages'],
    titles: [
      ['weekly usage', '本周用量'],
      ['rate limit details', '频限明细'],
    ],
  },
  {
    on: 'membership',
    answers: ['GetSubscriptionStats', 'GetUsages'],
    titles: [
      ['total usage', '总使用量'],
      ['5-hour usage', '5 hour usage', '5 小时用量', '5小时用量'],
      ['7-day usage', '7 day usage', '7 天用量', '7天用量'],
    ],
  },
]

/** What a pager's buttons say, as far as they use words, and what it is called. */
export const PAGER_WORD = /^(?:prev(?:ious)?|next|上一页|下一页|[‹›«»<>]|\d{1,4})$/i
export const PAGER_NAME = /pag(?:er|ination)|分页/i

/** What an empty list says. */
export const EMPTY_WORDS = ['no data', '暂无数据']

/**
 * What the button of a page says that asks to sign in. Whoever is not signed in gets the page about Kimi Code at the
 * console's own address, without a redirect (docs/kimi.md#pages): it shows none of the lists, and that is no change of
 * the layout.
 */
export const SIGN_IN_WORDS = ['log in', 'login', 'sign in', '登录', '登录/注册', '登录 / 注册']

/** Whether an address is one of those that sites send people to who have to sign in. None of Kimi's has been seen yet. */
export const isSignInPath = (pathname: string): boolean => /^\/(?:log-?in|sign-?in)(?:\/|$)/i.test(pathname)

/** Where the strip is shown: on the console, what leads to it, and the membership page (docs/kimi.md#pages). */
export const isWatchedPath = (pathname: string): boolean => /^\/(?:code|membership)(?:\/|$)/.test(pathname)

/** Which page an address is; null for one that is not read. */
export function pageKindOf(pathname: string): PageKind | null {
  if (/^\/code\/console(?:\/|$)/.test(pathname)) return 'console'
  return /^\/membership\/subscription(?:\/|$)/.test(pathname) ? 'membership' : null
}

/** A word as it is compared: case, spaces at the ends, and the marks that pages put behind words do not count. */
export const plainWord = (text: string): string =>
  text
    .replace(/[\sⓘ?？:：↑↓⇅+]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
