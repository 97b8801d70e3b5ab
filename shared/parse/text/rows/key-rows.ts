import { keyNamed } from '../../json/key-named.ts'
import { WHOLE_LINES, type Finder } from '../finder.ts'
import { readHeadedRows, wordIn } from './headed-rows.ts'

const HEADS = { name: ['name', '名称'], created: ['created', '创建时间'] }

/** Finds the list of API keys as the console's page shows it. Their names are kept, and nothing else of them. */
export const findKeyRows: Finder = (lines, from, { piece }) => {
  const list = readHeadedRows(lines, from, HEADS, ['name', 'created'])
  if (!list) return null
  const devices = list.rows.flatMap(({ index, cells }) => {
    const name = wordIn(cells[list.places.get('name') ?? -1])
    return name === null ? [] : [keyNamed(name, `line ${lines.lineOf(index)}`, piece)]
  })
  return {
    source: 'key_text',
    why: `a list of ${list.rows.length} API keys, of which only the names are kept`,
    to: list.to,
    parsed: { devices },
    ...WHOLE_LINES,
  }
}
