import type { Fact, FactValue, Report } from '../analyse/report.ts'
import type { Answer, AnswerPart } from '../analyse/views/answer.ts'
import type { NextStep } from '../analyse/views/next-steps.ts'
import { writeInstant, type Instant } from '../time/instant.ts'
import type { Wording } from '../wording/wording.ts'
import { localText } from './evidence-json.ts'
import type { AnswerJson } from './report-schema.ts'

/** An answer in the form of report-schema.ts, with its sentences in the language of the wording. */
export function answerJson(answer: Answer, { now, zone }: Report, wording: Wording): AnswerJson {
  const { state, from, to, local, within, cause, ruledOut, backAt, next, parts, premise } = answer
  return {
    state,
    from: isoOrNull(from),
    to: isoOrNull(to),
    ...(local && { fromLocal: localText(local.from) }),
    ...(local !== null && local.to !== null && { toLocal: localText(local.to) }),
    within,
    cause: { names: [...cause.names], certainty: cause.certainty },
    ruledOut: [...ruledOut],
    backAt: backAt && { at: writeInstant(backAt.at), window: backAt.window, basis: backAt.basis },
    next: next.map(stepJson),
    parts: parts.map(partJson),
    premise: premise && premiseText(premise, zone, wording),
    text: wording.answerLine(answer, now, zone),
  }
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : writeInstant(at))

const premiseText = (premise: Fact, zone: Report['zone'], wording: Wording): string =>
  wording.fact(premise, zone)

const stepJson = ({ do: step, values }: NextStep) => ({
  do: step,
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value)])),
})

const plainValue = ({ unit, value }: FactValue): string | number =>
  unit === 'instant' ? writeInstant(value) : value

const partJson = ({ span, local, open, cause }: AnswerPart) => ({
  from: span ? writeInstant(span.from) : null,
  to: span && !open ? writeInstant(span.to) : null,
  ...(local && { fromLocal: localText(local.from) }),
  ...(local && !open && { toLocal: localText(local.to) }),
  cause: { names: [...cause.names], certainty: cause.certainty },
})
