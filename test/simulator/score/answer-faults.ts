import type { Cause, CauseVerdict, Incident } from '../../../shared/analyse/report.ts'
import type { AnswerCause } from '../../../shared/analyse/views/answer-cause.ts'
import type { Answer } from '../../../shared/analyse/views/answer.ts'

/** What an answer says that the verdicts on its incident do not. */
export function answerFaults(answer: Answer, { id, verdicts, parts }: Incident): readonly string[] {
  const verdictOn = (cause: Cause, of: readonly CauseVerdict[]) =>
    of.find((each) => each.cause === cause)?.verdict
  const causeFaults = ({ names, certainty }: AnswerCause, of: readonly CauseVerdict[]) => [
    ...(certainty === 'shown' && names.length !== 1 ? ['shown names one cause'] : []),
    ...names.flatMap((name) => {
      const verdict = verdictOn(name, of)
      if (certainty === 'shown' && verdict !== 'supported') return [`${name} is shown, and ${verdict}`]
      return verdict === 'contradicted' ? [`${name} is named, and ruled out`] : []
    }),
  ]
  const ruledOut = answer.ruledOut.filter((cause) => verdictOn(cause, verdicts) !== 'contradicted')
  const { backAt, cause } = answer
  return [
    ...causeFaults(cause, verdicts),
    ...answer.parts.flatMap((part, index) => causeFaults(part.cause, parts[index]?.verdicts ?? [])),
    ...ruledOut.map((each) => `${each} is ruled out, and not contradicted`),
    ...(backAt && cause.names[0] !== `quota_${backAt.window}` ? ['back at the reset of another cause'] : []),
  ].map((fault) => `${id}: ${fault}`)
}
