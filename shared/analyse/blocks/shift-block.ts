import { earlier } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import type { Block } from './block.ts'
import type { PlacedRecord } from '../clocks/placed-records.ts'
import type { Coverage } from '../report.ts'
import type { Success } from '../logs/successes.ts'

/** A block of the wall frame as it lies in UTC if the wall clock was `offset` ms ahead of it. */
export function shiftBlock(block: Block, offset: number): Block {
  return {
    ...block,
    span: shiftSpan(block.span, offset),
    refusals: block.refusals.map((refusal) => ({ ...refusal, span: shiftSpan(refusal.span, offset) })),
    backAt: block.backAt === null ? null : earlier(block.backAt, offset),
  }
}

export const shiftRecords = (records: readonly PlacedRecord[], offset: number): readonly PlacedRecord[] =>
  records.map(({ at, record }) => ({ at: earlier(at, offset), record }))

export const shiftSuccesses = (successes: readonly Success[], offset: number): readonly Success[] =>
  successes.map(({ at, ref }) => ({ at: at - offset, ref }))

export const shiftCoverage = ({ observed, holes }: Coverage, offset: number): Coverage => ({
  observed: observed.map((each) => shiftSpan(each, offset)),
  holes: holes.map((each) => shiftSpan(each, offset)),
})

const shiftSpan = ({ from, to }: Span, offset: number): Span => span(from - offset, to - offset)
