import { incidentAnswer } from '../../../shared/analyse/views/answer.ts'
import { difficultiesOf } from '../difficulties/list.ts'
import { examine } from '../examine.ts'
import { answerFaults } from '../score/answer-faults.ts'
import { backAtScores, isRight, type BackAtScore } from './back-at-score.ts'
import { ledgerScores, type WeekScore } from './ledger-score.ts'

/**
 * `npm run answers -- FIRST COUNT STEP`: over so many runs, what the Answer says that the verdicts do not, how often the
 * time at which service is back is right, and how often the ledger of a week holds the truth.
 */
const [first = 90_000_001, count = 1000, step = 1] = process.argv.slice(2).map(Number)

let incidents = 0
const faults: string[] = []
const looks: BackAtScore[] = []
const weeks: WeekScore[] = []
for (let seed = first; seed < first + count; seed += step) {
  const examined = examine(seed, difficultiesOf(seed, null))
  const { report } = examined
  incidents += report.incidents.length
  for (const incident of report.incidents)
    for (const fault of answerFaults(incidentAnswer(incident, report), incident))
      faults.push(`${seed} ${fault}`)
  weeks.push(...ledgerScores(examined))
  looks.push(...backAtScores(seed))
}

const byReset = looks.filter(({ truly }) => truly !== null)
const given = byReset.filter(({ said }) => said !== null)
const wrongBack = given.filter((look) => !isRight(look))
const wrongWeeks = weeks.filter((week) => week.faults.length > 0)
console.log(`${incidents} incidents: ${faults.length} answers say more than their verdicts`)
console.log(
  `${byReset.length} quota blocks that a reset ends: time given in ${given.length}, right in ${given.length - wrongBack.length}`,
)
console.log(`${weeks.length} account-weeks: the truth in the range in ${weeks.length - wrongWeeks.length}`)
for (const fault of faults) console.log(fault)
for (const { seed, cause, said, truly } of wrongBack)
  console.log(`${seed} ${cause}: ${said?.window}, off by ${(said?.at ?? 0) - (truly ?? 0)} ms`)
for (const week of wrongWeeks) console.log(`${week.seed} ${week.faults.join('; ')}`)
