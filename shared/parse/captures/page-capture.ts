import type { Capture, CaptureSource } from '../../evidence/kinds/capture.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { ParseContext } from '../parser.ts'

/** What is kept of a capture: where we were looking. `records` are the rows of history in it, if it is a page of them. */
export function captureOf(
  context: ParseContext,
  source: CaptureSource,
  records: readonly UsageRecord[],
): Capture {
  const newestFirst = newestFirstOf(records)
  return {
    id: context.capture,
    at: context.at,
    via: context.via,
    input: context.input,
    source,
    rows: records.length,
    newest: newestFirst[0]?.when ?? null,
    oldest: newestFirst.at(-1)?.when ?? null,
    recordIds: newestFirst.map(({ id }) => id),
  }
}

/** The dated ones. Pages are in this order as a rule, and then stay as they are. */
function newestFirstOf(records: readonly UsageRecord[]): readonly UsageRecord[] {
  let last = Infinity
  for (const { when } of records) {
    const time = timeOf(when)
    if (time === null || time > last) return sorted(records)
    last = time
  }
  return records
}

const sorted = (records: readonly UsageRecord[]): UsageRecord[] =>
  records
    .filter(({ when }) => timeOf(when) !== null)
    .toSorted((a, b) => (timeOf(b.when) ?? 0) - (timeOf(a.when) ?? 0))

function timeOf(when: When): number | null {
  if (when.kind === 'span') return when.span.from
  return when.kind === 'local' ? when.local.wall : null
}
