import { WHOLE_LINES, type Finder } from './finder.ts'
import { readHeadedRows } from './headed-rows.ts'

const HEADS = { name: ['name', '名称'], created: ['created', '创建时间'] }

/**
 * Recognises the list of API keys as the console's page shows it. Like the service's own list it gives no evidence: rows of
 * the history name the key that made them, and nothing else about a key is kept.
 */
export const findKeyRows: Finder = (lines, from) => {
  const list = readHeadedRows(lines, from, HEADS, ['name', 'created'])
  if (!list) return null
  const why = `a list of ${list.rows.length} API keys, of which nothing is kept`
  return { source: 'key_text', why, to: list.to, parsed: {}, ...WHOLE_LINES }
}
