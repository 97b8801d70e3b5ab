import { rowKey, type RowKey } from '../../evidence/usage-record.ts'

type OrdinalRow = RowKey & { readonly requestId: string | null }

/**
 * Numbers the rows of a page that nothing tells apart: 0 for the first of its kind, 1 for the next. Equal rows are of
 * one second. On a page in order they follow each other, so that only the last second has to be remembered.
 */
export class RowOrdinals {
  private second: number | null = null
  private lone: OrdinalRow | null = null
  private counts = new Map<string, number>()

  constructor(private readonly inOrder: boolean) {}

  next(second: number, row: OrdinalRow): number {
    if (this.inOrder && second !== this.second) {
      // Most rows are alone in their second; their key is not made, since it would not be looked at.
      this.second = second
      this.lone = row
      if (this.counts.size > 0) this.counts = new Map()
      return 0
    }
    if (this.lone) this.counts.set(keyOf(this.lone), 1)
    this.lone = null
    const key = keyOf(row)
    const ordinal = this.counts.get(key) ?? 0
    this.counts.set(key, ordinal + 1)
    return ordinal
  }
}

const keyOf = (row: OrdinalRow) => row.requestId ?? rowKey(row)
