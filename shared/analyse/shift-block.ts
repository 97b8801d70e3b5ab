import { earlier } from '../time/instant.ts'
import { span, type Span } from '../time/span.ts'
import type { Block } from './block.ts'
import type { PlacedRecord } from './placed-records.ts'

/** A block of the wall frame as it lies in UTC if the wall clock was `offset` ms ahead of it. */
export function shiftBlock(block: Block, offset: number): Block {
  const shift = (s: Span) => span(s.from - offset, s.to - offset)
  return {
    ...block,
    span: shift(block.span),
    refusals: block.refusals.map((refusal) => ({ ...refusal, span: shift(refusal.span) })),
    backAt: block.backAt === null ? null : earlier(block.backAt, offset),
  }
}

export const shiftRecords = (records: readonly PlacedRecord[], offset: number): readonly PlacedRecord[] =>
  records.map(({ at, record }) => ({ at: earlier(at, offset), record }))
