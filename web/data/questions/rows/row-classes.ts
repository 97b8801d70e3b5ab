import type { UsageRecord } from '../../../../shared/evidence/kinds/usage-record.ts'

/** What rows are filtered by and sorted by, times and request ids aside: few rows differ in it from all others. */
export type RowClass = Pick<
  UsageRecord,
  'source' | 'userAgent' | 'callType' | 'model' | 'status' | 'outcome' | 'statusText'
>

/** Which class each row is of: a filter looks at some hundred classes instead of a million rows. */
export interface ClassedRows {
  readonly classes: readonly RowClass[]
  readonly classOf: Uint32Array
}

/**
 * Sorts rows into classes by one property after another, each pair of codes getting a code of its own:
 *
 *     source 0, client 2  →  5        5, model 1  →  7        …
 *
 * so that no row needs a text put together.
 */
export function classRows(records: readonly UsageRecord[]): ClassedRows {
  const steps = STEPS.map((valueOf) => ({ valueOf, codes: new Map<unknown, number>(), pairs: new Pairs() }))
  const classes: RowClass[] = []
  const classOf = new Uint32Array(records.length)
  for (const [row, record] of records.entries()) {
    let code = 0
    for (const { valueOf, codes, pairs } of steps) code = pairs.code(code, codeIn(codes, valueOf(record)))
    if (code === classes.length) classes.push(classIn(record))
    classOf[row] = code
  }
  return { classes, classOf }
}

const STEPS: readonly ((record: UsageRecord) => unknown)[] = [
  ({ source }) => source.kind,
  ({ source }) => source.name,
  ({ source }) => source.inferred,
  ({ userAgent }) => userAgent,
  ({ callType }) => callType,
  ({ model }) => model,
  ({ status }) => status,
  ({ outcome }) => outcome,
  ({ statusText }) => statusText,
]

const classIn = (record: UsageRecord): RowClass => ({
  source: record.source,
  userAgent: record.userAgent,
  callType: record.callType,
  model: record.model,
  status: record.status,
  outcome: record.outcome,
  statusText: record.statusText,
})

function codeIn(codes: Map<unknown, number>, value: unknown): number {
  const known = codes.get(value)
  if (known !== undefined) return known
  codes.set(value, codes.size)
  return codes.size - 1
}

/** Codes of pairs of codes, counted from 0 in the order in which the pairs are first seen. */
class Pairs {
  private readonly codes = new Map<number, number>()

  code(first: number, second: number): number {
    return codeIn(this.codes, first * 0x10_0000 + second)
  }
}
