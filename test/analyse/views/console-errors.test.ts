import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { CONSOLE_TYPE } from '../../../shared/evidence/kinds/error-observation.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

const dense = (hour: number) =>
  Array.from({ length: 30 }, (_, minute) => row(`2026-06-02T${hour}:${String(minute).padStart(2, '0')}:00Z`))

const incidentsWith = (type: string, time: string | null, readWith: string | null = null) =>
  reportFrom(
    evidenceWith(page([...dense(10), ...dense(13)], at('2026-06-02T14:00:00Z')), {
      errors: [refusal('auth', time, { type, readWith })],
      snapshots: [READING],
    }),
    { now: at('2026-06-03T12:00:00Z'), zone: zoneNamed('UTC'), rules: DEFAULT_RULES },
  ).incidents

const READING = snapshot('2026-06-02T12:00:00Z', [meter('5h', 2, '2026-06-02T15:00:00Z')])

it.each<[string, string | null, string | null]>([
  ['dated', '2026-06-02T12:00:00Z', null],
  ['undated', null, null],
  ['pasted before a reading', null, READING.id],
])('a sign-in of the console that ran out, %s, is no refusal of a call', (_, time, readWith) => {
  expect(incidentsWith(`${CONSOLE_TYPE}REASON_INVALID_AUTH_TOKEN`, time, readWith)).toEqual([])
  expect(incidentsWith('invalid_authentication_error', time, readWith)).not.toEqual([]) // a call would be one
})
