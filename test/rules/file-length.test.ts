import { expect, it } from 'vitest'
import { expectOnlyDebts } from './debts.ts'
import { codeFiles } from './source-tree.ts'

const MOST = 300
const MEDIAN = 90

/** Files over the limit today. This list may only get shorter. */
const DEBTS: readonly string[] = []

const lengths = codeFiles().map((file) => ({
  path: file.path,
  lines: file.read().trimEnd().split('\n').length,
}))

it(`no file has more than ${MOST} lines`, () => {
  expectOnlyDebts(
    lengths.filter(({ lines }) => lines > MOST).map(({ path }) => path),
    DEBTS,
  )
})

it(`the median file has at most ${MEDIAN} lines`, () => {
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  console.log(`${sorted.length} files, median ${median} lines, longest ${sorted.at(-1)}`)
  expect(median).toBeLessThanOrEqual(MEDIAN)
})
