import type { Verdict } from '../../../shared/analyse/report.ts'
import { hasDenseMeters, type Observer } from '../observe/observer.ts'
import type { Call } from '../world/call.ts'
import type { PlacedIncident } from './place-incident.ts'

/** What an incident rests on, and what else its observer had. An incident is of several of them. */
export const EVIDENCE_CLASSES = [
  'dated by error texts',
  'dated by failed rows',
  'remembered by the user',
  'suspected from silence',
  'meters every 5 minutes',
  'no meters',
  'a log of all calls of a client',
  'zone of the rows not known',
] as const
type EvidenceClass = (typeof EVIDENCE_CLASSES)[number]

const VERDICTS = ['supported', 'consistent', 'undecidable', 'contradicted'] as const satisfies Verdict[]

/** How often a word was said of a cause in incidents of a class, and how often that cause did refuse then. */
export interface Said {
  readonly evidence: EvidenceClass
  readonly verdict: Verdict
  readonly times: number
  readonly wasIt: number
}

/** Each class and word once, in one order. */
const CELLS = EVIDENCE_CLASSES.flatMap((evidence) => VERDICTS.map((verdict) => ({ evidence, verdict })))

export const NOTHING_SAID: readonly Said[] = CELLS.map((cell) => ({ ...cell, times: 0, wasIt: 0 }))

export const addWords = (a: readonly Said[], b: readonly Said[]): readonly Said[] =>
  a.map((said, index) => ({
    ...said,
    times: said.times + (b[index]?.times ?? 0),
    wasIt: said.wasIt + (b[index]?.wasIt ?? 0),
  }))

/** What the verdicts on one incident said, beside what refused in it: `near` and, where nobody need have asked, `unasked`. */
export function wordsSaid(
  placed: PlacedIncident,
  near: readonly Call[],
  unasked: readonly string[],
  observer: Observer,
): readonly Said[] {
  const real = new Set<string>([...near.flatMap(({ refusal }) => refusal?.causes ?? []), ...unasked])
  const classes = new Set(classesOf(placed, observer))
  return CELLS.map(({ evidence, verdict }) => {
    const said = placed.incident.verdicts.filter((each) => each.verdict === verdict && classes.has(evidence))
    return {
      evidence,
      verdict,
      times: said.length,
      wasIt: said.filter(({ cause }) => real.has(cause)).length,
    }
  })
}

const GRADES = {
  error_text: 'dated by error texts',
  failed_rows: 'dated by failed rows',
  marked: 'remembered by the user',
  suspected: 'suspected from silence',
} as const satisfies Record<PlacedIncident['incident']['block']['grade'], EvidenceClass>

function classesOf({ incident }: PlacedIncident, observer: Observer): readonly EvidenceClass[] {
  const { metersEvery, callsLogged, errors, clock } = observer
  return [
    GRADES[incident.block.grade],
    ...(hasDenseMeters(observer) ? ['meters every 5 minutes' as const] : []),
    ...(metersEvery === null ? ['no meters' as const] : []),
    ...(callsLogged && errors === 'log' ? ['a log of all calls of a client' as const] : []),
    ...(clock === 'wall_zone_unknown' ? ['zone of the rows not known' as const] : []),
  ]
}
