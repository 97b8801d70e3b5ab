import type { Language } from '../../shared/time/format.ts'
import type { ListKind } from './known-layout.ts'
import type { ReadList } from './read-page.ts'

/** Words for what the page's script finds by itself, when no worker can be asked for them. */
const WORDS = {
  en: {
    names: {
      history: 'usage history',
      devices: 'login devices',
      keys: 'API keys',
      shares: 'usage details',
      meters: 'quota cards',
    },
    no_title: 'not found',
    no_rows: 'no rows found',
    no_percent: 'no percentage found',
    no_column: (column: string) => `column “${column}” not found`,
    join: '; ',
  },
  zh: {
    names: {
      history: '使用记录',
      devices: '登录设备',
      keys: 'API Key',
      shares: '使用明细',
      meters: '额度卡片',
    },
    no_title: '未找到',
    no_rows: '未找到任何行',
    no_percent: '未找到百分比',
    no_column: (column: string) => `未找到“${column}”列`,
    join: '；',
  },
} as const

type Reason = Exclude<ReadList['state'], 'rows' | 'empty'> | 'no_percent'

export const listName = (kind: ListKind | 'meters', language: Language): string => WORDS[language].names[kind]

export function reasonText(
  reason: ReadList['state'] | 'no_percent',
  column: string | null,
  language: Language,
): string {
  const words = WORDS[language]
  if (reason === 'no_column') return words.no_column(column ?? '')
  return isReason(reason) ? words[reason] : ''
}

const isReason = (reason: string): reason is Exclude<Reason, 'no_column'> =>
  reason === 'no_title' || reason === 'no_rows' || reason === 'no_percent'

export const troubleText = (failed: readonly string[], language: Language): string =>
  failed.join(WORDS[language].join)
