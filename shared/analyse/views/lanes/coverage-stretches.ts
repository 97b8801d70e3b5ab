import { span, type Span } from '../../../time/span.ts'

export type Seen = 'observed' | 'unobserved' | 'partly'

/** A stretch in which the history was looked at, or not, or both by turns too short to be told apart at this zoom. */
export interface CoverageStretch {
  readonly span: Span
  readonly seen: Seen
}

/** More than this are not told apart at one look (our choice). */
const MOST = 120

/** A range in stretches without a gap, out of the sorted, disjoint spans of it that were observed. */
export function coverageStretches(observed: readonly Span[], range: Span): readonly CoverageStretch[] {
  const exact = alternate(observed, range)
  return exact.length <= MOST ? exact : blur(exact, range)
}

function alternate(observed: readonly Span[], range: Span): readonly CoverageStretch[] {
  const stretches: CoverageStretch[] = []
  let from: number = range.from
  for (const each of observed) {
    if (each.from > from) stretches.push({ span: span(from, each.from), seen: 'unobserved' })
    stretches.push({ span: each, seen: 'observed' })
    from = Math.max(from, each.to)
  }
  return from < range.to ? [...stretches, { span: span(from, range.to), seen: 'unobserved' }] : stretches
}

/** Runs of stretches that are shorter than a look can tell apart become one that says so. */
function blur(exact: readonly CoverageStretch[], range: Span): readonly CoverageStretch[] {
  const least = (range.to - range.from) / MOST
  const blurred: CoverageStretch[] = []
  for (const next of exact) {
    const last = blurred.at(-1)
    const short = next.span.to - next.span.from < least
    if (last && short && last.seen === 'partly')
      blurred[blurred.length - 1] = { span: span(last.span.from, next.span.to), seen: 'partly' }
    else if (short) blurred.push({ span: next.span, seen: 'partly' })
    else blurred.push(next)
  }
  return blurred
}
