import { describe, expect, it } from 'vitest'
import { isExample } from '../../shared/evidence/example.ts'
import { readRow } from './read-row.ts'
import { randomFrom } from '../simulator/random.ts'
import { UNRELATED, unrelatedText } from './unrelated-text.ts'

const NOTHING = { records: 0, calls: 0, costs: 0, devices: 0, readings: 0, errors: [], incidents: 0 }

function taken(text: string) {
  const { evidence, report } = readRow({ name: 'unrelated', text, right: {} })
  const { records, calls, costs, devices, snapshots, errors } = evidence
  return {
    records: records.length,
    calls: calls.length,
    costs: costs.length,
    devices: devices.length,
    readings: snapshots.filter((each) => !isExample(each)).length,
    errors: [...new Set(errors.filter((each) => !isExample(each)).map(({ message }) => message))],
    incidents: report.incidents.length,
  }
}

describe('of text that is about something else nothing is taken for evidence of the account', () => {
  const kinds = Object.entries(UNRELATED)
  const takenOf = ([name, kind]: (typeof kinds)[number]) => {
    const random = randomFrom(7, name)
    return taken(Array.from({ length: 20 }, () => kind(random)).join('\n'))
  }
  it.each(kinds)('%s', (...kind) => {
    expect(takenOf(kind)).toEqual(NOTHING)
  })

  it('a megabyte of all kinds', () => {
    const text = unrelatedText(11, 1_000_000)
    expect(text.length).toBeGreaterThanOrEqual(1_000_000)
    expect(taken(text)).toEqual(NOTHING)
  })
})
