import { expect, it } from 'vitest'
import { difficultiesOf } from '../difficulties/list.ts'
import { examine } from '../examine.ts'
import { ledgerScores } from './ledger-score.ts'

it('the ledger of a week holds the truth, over simulated runs', () => {
  const seeds = Array.from({ length: 48 }, (_, index) => index + 1)
  const weeks = seeds.flatMap((seed) => ledgerScores(examine(seed, difficultiesOf(seed, null))))
  expect(weeks.length).toBeGreaterThan(20)
  expect(weeks.filter(({ faults }) => faults.length > 0)).toEqual([])
})

it('sees a ledger that counts what was not, and one that leaves out what was shown', () => {
  const examined = examine(41, difficultiesOf(41, null))
  const { analysis, report } = examined
  const late = report.incidents.flatMap((incident) => [
    incident,
    { ...incident, parts: incident.parts.map((part) => ({ ...part, leading: 'account' as const })) },
  ])
  const faultsOf = (incidents: typeof report.incidents) => {
    const other = { ...report, incidents }
    return ledgerScores({ ...examined, report: other, analysis: { ...analysis, report: other } }).flatMap(
      ({ faults }) => faults,
    )
  }
  expect(faultsOf(report.incidents)).toEqual([])
  expect(faultsOf(late).join()).toMatch(/account: at least/)
  expect(faultsOf([]).join()).toMatch(/quota_7d: at most 0, and 1 shown/)
})
