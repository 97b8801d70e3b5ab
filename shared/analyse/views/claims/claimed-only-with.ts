import type { When } from '../../../evidence/when.ts'
import { HOUR, MINUTE } from '../../../time/duration.ts'
import { span, spanContains, spansOverlap, widenSpan, type Span } from '../../../time/span.ts'
import { against, neutral, weakFor } from '../../judge/facts/fact.ts'
import { firstAtOrAfter, spanInFrame } from '../../clocks/placed-records.ts'
import type { Fact } from '../../report.ts'
import type { ClaimCase } from './claim-case.ts'
import { fisherExact } from './fisher.ts'

const BIN = 10 * MINUTE
/** Fewer bins than this with or without it, or fewer blocks, and the counts say nothing (our choice). */
const ENOUGH = { bins: 5, blocks: 3 }
/** The usual bound; a smaller chance than this is called fitting, never a cause. */
const UNLIKELY = 0.05

/**
 * "Only when subagents run": over ten-minute bins that were observed and active, how often a block begins with and
 * without subagents in the same bin or the one before. Each block counts once. Subagents are known from the user's marks
 * and from client logs only: rows cannot tell them apart (docs/kimi.md#clients). One block clearly without them refutes
 * "only".
 */
export function onlyWithFacts(subject: ClaimCase): readonly Fact[] {
  const running = subagentSpans(subject)
  const known = knownSpans(subject)
  const starts = blockStarts(subject)
  const counts = { both: 0, blockOnly: 0, withOnly: 0, neither: 0 }
  for (const bin of activeBins(subject, known)) {
    const blocked = starts.some((at) => spanContains(bin, at))
    const withX = running.some((each) => spansOverlap(each, span(bin.from - BIN, bin.to)))
    if (blocked) counts[withX ? 'both' : 'blockOnly'] += 1
    else counts[withX ? 'withOnly' : 'neither'] += 1
  }
  const { both, blockOnly, withOnly, neither } = counts
  const values = {
    both: { unit: 'count', value: both },
    blockOnly: { unit: 'count', value: blockOnly },
    withOnly: { unit: 'count', value: withOnly },
    neither: { unit: 'count', value: neither },
  } as const
  const refs = running.length > 0 ? subject.evidence.marks.map(({ id }) => id) : []
  if (both + withOnly < ENOUGH.bins || blockOnly + neither < ENOUGH.bins || both + blockOnly < ENOUGH.blocks)
    return [neutral('claim_only_too_few', { values, refs })]
  const chance = {
    unit: 'percent',
    value: Math.round(fisherExact(both, withOnly, blockOnly, neither) * 1e4) / 1e2,
  } as const
  const details = { values: { ...values, chance }, refs }
  if (blockOnly > 0) return [against('claim_only_table', true, details)]
  return chance.value / 100 <= UNLIKELY
    ? [weakFor('claim_only_table', details)]
    : [neutral('claim_only_table', details)]
}

const subagentSpans = ({ evidence, frame, zone }: ClaimCase): readonly Span[] => [
  ...evidence.marks
    .filter(({ kind }) => kind === 'subagents')
    .flatMap(({ when }) => spanInFrame(when, frame.clock, zone) ?? []),
  ...evidence.calls
    .filter(({ subagent }) => subagent === true)
    .flatMap(({ when }) => spanInFrame(when, frame.clock, zone) ?? []),
]

/** Where a log or a mark could have shown subagents: within an hour of a logged call, or half a day of a mark. */
function knownSpans({ evidence, frame, zone }: ClaimCase): readonly Span[] {
  const calls = evidence.calls.filter(({ subagent }) => subagent !== null).map(({ when }) => when)
  const marks = evidence.marks.filter(({ kind }) => kind === 'subagents').map(({ when }) => when)
  const around = (when: When, ms: number) => {
    const range = spanInFrame(when, frame.clock, zone)
    return range ? [widenSpan(range, ms)] : []
  }
  return [...calls.flatMap((when) => around(when, HOUR)), ...marks.flatMap((when) => around(when, 12 * HOUR))]
}

const blockStarts = ({ incidents, frame }: ClaimCase): readonly Span['from'][] =>
  incidents.flatMap(({ block }) =>
    block.within || !block.span || frame.clock !== 'utc' ? [] : [block.span.from],
  )

/** Bins in which rows were seen (or a block began) and in which subagents could have been known. */
function activeBins(subject: ClaimCase, known: readonly Span[]): readonly Span[] {
  const { frame, coverage } = subject
  const starts = new Set<number>()
  for (const { at } of frame.records) starts.add(Math.floor(at / BIN) * BIN)
  for (const at of blockStarts(subject)) starts.add(Math.floor(at / BIN) * BIN)
  return [...starts]
    .map((from) => span(from, from + BIN))
    .filter((bin) => known.some((each) => spansOverlap(each, bin)))
    .filter(
      (bin) =>
        coverage.observed.some((each) => spansOverlap(each, bin)) ||
        firstAtOrAfter(frame.records, bin.to) > firstAtOrAfter(frame.records, bin.from),
    )
}
