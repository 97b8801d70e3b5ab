import { expect, it } from 'vitest'
import { parseJsonValue, readFixture, sayMeter, snapshotFrom } from '../given-json.ts'

const detail = { limit: '100', used: '5', remaining: '95', resetTime: '2026-01-09T15:23:13.373329235Z' }

it('reads the fixture: counts of requests, and no total quota', () => {
  const { meters, source } = snapshotFrom(JSON.parse(readFixture('console/get-usages.json')))
  expect(source).toBe('GetUsages')
  expect(meters.map(sayMeter)).toEqual(['7d count 18.310546875 %', '5h count 100 %'])
})

it.each<[unknown, string[]]>([
  ['FEATURE_CODING', ['7d count 5 %']],
  [4, ['7d count 5 %']],
  [undefined, ['7d count 5 %']],
  ['FEATURE_WORK', []],
  [9, []],
])('a quota of scope %s', (scope, meters) => {
  const { snapshots } = parseJsonValue({ usages: [{ scope, detail }] })
  expect(snapshots.flatMap((snapshot) => snapshot.meters.map(sayMeter))).toEqual(meters)
})

it.each([[[]], [null], [undefined]])('limits may be %j', (limits) => {
  expect(snapshotFrom({ usages: [{ detail, limits }] }).meters).toHaveLength(1)
})

it('a part of the wrong kind is refused with its path', () => {
  const { snapshots, rejects } = parseJsonValue({ usages: [{ detail, limits: {} }, 5] })
  expect(snapshots).toHaveLength(1)
  expect(rejects.map(({ path }) => path)).toEqual(['$.usages[0].limits', '$.usages[1]'])
})
