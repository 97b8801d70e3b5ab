import type { OverlayMarks } from '../../messages/overlay-model.ts'

/** What a row says of itself, without its element. */
export interface PrintedRow {
  readonly requestId: string | null
  readonly wall: number | null
}

const SECOND = 1_000

/**
 * When each row of the page was, in UTC; null where that is not certain. A row whose id we hold a record of is of that
 * record's time. The others are read on the reader's own clock, but only while every row that is known both ways agrees
 * with it: a page that printed another zone's times would be marked an hour off otherwise.
 */
export function placeRows(
  rows: readonly PrintedRow[],
  { rows: known, offset }: OverlayMarks,
): (number | null)[] {
  const times = new Map(known)
  const byId = rows.map(({ requestId }) => (requestId === null ? undefined : times.get(requestId)))
  const onOurClock = ({ wall }: PrintedRow) => (wall === null || offset === null ? null : wall - offset)
  const agrees = rows.every((row, index) => {
    const at = byId[index]
    const read = onOurClock(row)
    return at === undefined || read === null || Math.abs(read - at) < SECOND
  })
  return rows.map((row, index) => byId[index] ?? (agrees ? onOurClock(row) : null))
}
