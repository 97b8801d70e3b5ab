import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isThere, projectFile, type NamedTest } from './named-tests.ts'

const rows = readFileSync(projectFile('docs/threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)

const shownBy = (row: string): readonly NamedTest[] =>
  [...row.matchAll(/`test\/([^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => [file, title])

it('each row of docs/threat-model.md names tests by file and title, and all of them are there', () => {
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter((row) => shownBy(row).length === 0)).toEqual([])
  const files = rows.flatMap((row) => [...row.matchAll(/`test\//g)])
  const named = rows.flatMap(shownBy)
  expect(named).toHaveLength(files.length) // no file without a title
  expect(named.filter((each) => !isThere(each))).toEqual([])
})
