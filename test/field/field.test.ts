import { readdirSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { expectOnlyDebts } from '../rules/debts.ts'
import { reportOfCommand } from './command.ts'
import { DEBTS } from './debts.ts'
import { KINDS, ROWS } from './field-kinds.ts'
import { inputPath, readRow } from './read-row.ts'
import { told, toldIncidents } from './told.ts'

const owed = new Set(DEBTS)
const isOwed = (name: string) => owed.has(name)

describe('is read as it is right', () => {
  it.each(ROWS.filter(([name]) => !isOwed(name)))('%s', (_, row) => {
    const read = readRow(row)
    expect(told(row.right, read)).toEqual(withoutCommand(row.right))
  })
})

describe('is answered so by the command line', () => {
  it.each(ROWS.filter(([name]) => !isOwed(name)))('%s', async (_, row) => {
    const { status, stderr, report } = await reportOfCommand(row)
    expect(status).toBe(row.right.exit ?? 0)
    if (row.right.complains) expect(stderr).toMatch(row.right.complains)
    if (row.right.incidents)
      expect(report ? toldIncidents(row.right, report) : []).toEqual(row.right.incidents)
  })
})

it('what is not read rightly yet is in the list of debts, and what is, is not', async () => {
  const wrong = await Promise.all(ROWS.map(async ([name, row]) => ((await isRight(row)) ? [] : [name])))
  expectOnlyDebts(wrong.flat(), DEBTS)
})

async function isRight(row: (typeof ROWS)[number][1]): Promise<boolean> {
  const { status, stderr, report } = await reportOfCommand(row)
  const { exit = 0, complains, incidents } = row.right
  return (
    isDeepStrictEqual(told(row.right, readRow(row)), withoutCommand(row.right)) &&
    status === exit &&
    (complains?.test(stderr) ?? true) &&
    (!incidents || isDeepStrictEqual(report ? toldIncidents(row.right, report) : [], incidents))
  )
}

function withoutCommand({ exit: _exit, complains: _complains, ...right }: (typeof ROWS)[number][1]['right']) {
  return right
}

it('no two rows have one name, and every input is in a row', () => {
  const names = ROWS.map(([name]) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const files = ROWS.flatMap(([, row]) => ('file' in row ? [row.file] : []))
  expect(files.toSorted()).toEqual(readdirSync(inputPath('')).toSorted())
  console.log(`${KINDS.length} kinds, ${ROWS.length} rows, ${DEBTS.length} debts`)
})
