import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { EvidenceBesideRows } from '../../evidence/evidence.ts'
import { span, spanLength, spansOverlap, type Span } from '../../time/span.ts'
import type { Block } from './block.ts'
import { isObserved } from '../readings/coverage.ts'
import type { Frame } from '../clocks/placed-records.ts'
import type { Coverage } from '../report.ts'
import type { Rules } from '../rules.ts'
import { undatedErrors } from './undated-errors.ts'

export interface Suspicion {
  readonly blocks: readonly Block[]
  /** Silences that an undated error could belong to, when there are too many of them to point at one. */
  readonly undecided: readonly Span[]
}

/**
 * Silence between two successes that an undated refusal points at. Silence alone is idleness and is never called
 * blocked: there must be a refusal whose time nobody kept, and no more silences than such refusals; if it could belong
 * to several, it points at none of them (an honest "unknown"); a block that is dated by itself may be where it belongs, too.
 * Silences are looked for only where all was observed.
 */
export function findSuspectedBlocks(
  frame: Frame,
  coverage: Coverage,
  evidence: EvidenceBesideRows,
  known: readonly Block[],
  rules: Rules,
): Suspicion {
  const undated = undatedErrors(evidence)
  if (undated.length === 0) return { blocks: [], undecided: [] }
  const silences = silencesIn(frame, coverage, rules).filter(
    ({ range }) => !known.some((block) => spansOverlap(block.span, range)),
  )
  if (silences.length > undated.length) return { blocks: [], undecided: silences.map(({ range }) => range) }
  return { blocks: silences.map((silence) => suspect(silence, undated)), undecided: [] }
}

interface Silence {
  readonly range: Span
  readonly before: string
  readonly after: string
}

function silencesIn(frame: Frame, coverage: Coverage, rules: Rules): readonly Silence[] {
  const active = frame.records.filter(({ record }) => record.outcome !== 'failure')
  return active.slice(1).flatMap((after, index) => {
    const before = active[index]
    if (!before) return []
    const range = span(before.at, after.at)
    const length = spanLength(range)
    const fits = length >= rules.suspectSilence.min && length <= rules.suspectSilence.max
    return fits && isObserved(coverage, range)
      ? [{ range, before: before.record.id, after: after.record.id }]
      : []
  })
}

function suspect({ range, before, after }: Silence, undated: readonly ErrorObservation[]): Block {
  return {
    grade: 'suspected',
    span: range,
    refusals: [],
    backAt: range.to,
    successes: 0,
    within: false,
    offClock: null,
    texts: [],
    undated,
    refs: [before, after, ...undated.map(({ id }) => id)],
  }
}
