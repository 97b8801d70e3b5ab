import { expect, it } from 'vitest'
import { UNDATED } from '../../shared/evidence/when.ts'
import { recordRows } from '../../web/pages/records/record-rows.ts'
import { row, zoneNamed } from '../analyse/build.ts'

const OLD = row('2026-03-02T10:00:00Z', { model: 'kimi-k2' })
const FAILED = row('2026-03-02T12:00:00Z', { outcome: 'failure', status: 429 })
const WALL = row('2026/03/02 11:00:00', { userAgent: 'KimiCLI/2.0' })
const UNDATED_ROW = { ...row('2026-03-02T13:00:00Z', { requestId: 'req-7' }), when: UNDATED }
const ALL = [OLD, UNDATED_ROW, WALL, FAILED]

it.each([
  ['no filter', 'unknown', { text: '', outcome: 'any' }, [FAILED, WALL, OLD, UNDATED_ROW]],
  [
    'a zone moves rows that were printed without one',
    '-02:00',
    { text: '', outcome: 'any' },
    [WALL, FAILED, OLD, UNDATED_ROW],
  ],
  ['an outcome', 'unknown', { text: '', outcome: 'failure' }, [FAILED]],
  ['a status', 'unknown', { text: '429', outcome: 'any' }, [FAILED]],
  ['a model, in any case', 'unknown', { text: ' KIMI-k2', outcome: 'any' }, [OLD]],
  ['a client', 'unknown', { text: 'cli/2.0', outcome: 'any' }, [WALL]],
  ['a request id', 'unknown', { text: 'req-7', outcome: 'any' }, [UNDATED_ROW]],
  ['nothing fits', 'unknown', { text: 'no such', outcome: 'any' }, []],
] as const)('newest first: %s', (_name, zone, filter, rows) => {
  expect(recordRows(ALL, zoneNamed(zone), filter)).toEqual(rows)
})
