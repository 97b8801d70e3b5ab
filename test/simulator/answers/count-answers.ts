import { incidentAnswer } from '../../../shared/analyse/views/answer.ts'
import { difficultiesOf } from '../difficulties/list.ts'
import { examine } from '../examine.ts'
import { answerFaults } from '../score/answer-faults.ts'
import { backAtScores, isRight, type BackAtScore } from './back-at-score.ts'

/** `tsx test/simulator/answers/count-answers.ts FIRST COUNT STEP`: what the answer says over so many runs. */
const [first = 80_000_001, count = 1000, step = 1] = process.argv.slice(2).map(Number)

let incidents = 0
const faults: string[] = []
const looks: BackAtScore[] = []
for (let seed = first; seed < first + count; seed += step) {
  const { report } = examine(seed, difficultiesOf(seed, null))
  incidents += report.incidents.length
  for (const incident of report.incidents)
    for (const fault of answerFaults(incidentAnswer(incident, report), incident))
      faults.push(`${seed} ${fault}`)
  looks.push(...backAtScores(seed))
}
const quota = looks.filter(({ truly }) => truly !== null)
const given = quota.filter(({ said }) => said !== null)
const other = looks.filter(({ cause, said }) => !cause.startsWith('quota') && said !== null)
console.log(
  JSON.stringify({
    first,
    count,
    step,
    incidents,
    faults: faults.length,
    looks: looks.length,
    quota: quota.length,
    given: given.length,
    right: given.filter(isRight).length,
    givenForOthers: other.length,
    othersOfLooks: looks.filter(({ cause }) => !cause.startsWith('quota')).length,
  }),
)
for (const fault of faults.slice(0, 20)) console.log(fault)
for (const look of given.filter((each) => !isRight(each)).slice(0, 40))
  console.log(
    look.seed,
    look.cause,
    look.said?.window,
    look.said?.basis,
    Math.round(((look.said?.at ?? 0) - (look.truly ?? 0)) / 60000),
    'min off',
  )
for (const look of other.slice(0, 20)) console.log('other', look.seed, look.cause, look.said?.window)
