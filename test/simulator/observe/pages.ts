import type { Capture } from '../../../shared/evidence/kinds/capture.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { whenSetBack } from '../../../shared/evidence/local-time.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { setBacksIn } from '../../../shared/parse/text/rows/set-back.ts'
import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { wallTime, type WallTime } from '../../../shared/time/wall.ts'
import type { Random } from '../random.ts'
import type { Observer } from './observer.ts'
import type { Row } from './rows.ts'

/** The console lists the newest hundred (docs/kimi.md#history). */
const PAGE = 100

export interface Pages {
  readonly captures: readonly Capture[]
  /** Rows that at least one page showed. */
  readonly seen: readonly Row[]
}

/** Looks at the history as the observer does: a page shows its rows newest first, by which some are told better (set-back.ts). */
export function readPages(rows: readonly Row[], begin: number, observer: Observer, random: Random): Pages {
  const pages = momentsOf(begin, observer, random).map((at) => ({ at, rows: pageAt(rows, at) }))
  const told = new Map<Row, Row>()
  for (const page of pages) {
    // by UTC no clock is put back, and nine tenths of the rows are on pages that were seen before
    const sides = page.rows.some(({ record }) => wallShown(record.when) !== null)
      ? setBacksIn(page.rows.map(wallOf))
      : []
    for (const [index, row] of page.rows.entries()) {
      const side = sides[index]
      if (side) told.set(row, { ...row, record: { ...row.record, when: whenSetBack(row.record.when, side) } })
      else if (!told.has(row)) told.set(row, row)
    }
  }
  const shown = (row: Row): Row => told.get(row) ?? row
  return {
    captures: pages.flatMap(({ at, rows: page }) =>
      page.length > 0 ? [captureOf(page.map(shown), at, observer)] : [],
    ),
    seen: rows.filter((row) => told.has(row)).map(shown),
  }
}

const wallOf = ({ record, stamp }: Row): WallTime => wallShown(record.when) ?? wallTime(stamp)

const wallShown = (when: When): WallTime | null =>
  when.kind === 'undated' ? null : (when.local?.wall ?? null)

function momentsOf(begin: number, { pages, until }: Observer, random: Random): readonly number[] {
  const moments: number[] = []
  if (pages !== 'once') {
    const [least, most] = pages === 'always_open' ? [30 * SECOND, 2 * MINUTE] : [5 * MINUTE, 90 * MINUTE]
    for (let at = begin + random.between(0, most); at < until; at += random.skewed(least, most))
      moments.push(at)
  }
  return [...moments, until].map(Math.floor)
}

function pageAt(rows: readonly Row[], at: number): readonly Row[] {
  const page: Row[] = []
  for (let index = lastAtOrBefore(rows, at); index >= 0 && page.length < PAGE; index--) {
    const row = rows[index]
    if (row && row.appears <= at) page.push(row)
  }
  return page
}

function lastAtOrBefore(rows: readonly Row[], at: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.stamp ?? at) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

function captureOf(page: readonly Row[], at: number, observer: Observer): Capture {
  return {
    id: evidenceId('capture', 'history', at),
    at: observer.capturesDated ? instant(at + observer.readerAhead) : null,
    via: observer.capturesDated ? 'page' : 'paste',
    input: 'console',
    source: observer.clock === 'utc' ? 'ListUnifiedRequests' : 'history_text',
    rows: page.length,
    newest: page[0]?.record.when ?? null,
    oldest: page.at(-1)?.record.when ?? null,
    recordIds: page.map(({ record }) => record.id),
  }
}
