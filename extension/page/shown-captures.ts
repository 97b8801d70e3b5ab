import type { Instant } from '../../shared/time/instant.ts'
import type { TableSource } from '../messages/table-source.ts'
import type { ListKind } from './known-layout.ts'
import type { Answered } from './layout-trouble.ts'
import type { ReadPage } from './read-page.ts'
import { createSights } from './sights.ts'

/** A text of the page for the worker. */
export interface ShownCapture {
  readonly source: TableSource
  /** When it came into sight; null for rows that were not seen from the beginning of their list. */
  readonly at: Instant | null
  readonly body: string
}

/** Makes captures of what the page shows and its own answers have not given: each text once. */
export function createShownCaptures(): (
  page: ReadPage,
  answered: Answered,
  at: Instant,
) => readonly ShownCapture[] {
  const sights = new Map<ListKind, ReturnType<typeof createSights>>()
  let shownMeters = ''

  return ({ lists, meters }, answered, at) => {
    const captures: ShownCapture[] = []
    for (const read of lists) {
      if (read.state !== 'rows' || answered.lists(read)) continue
      const { kind, source } = read.list
      const put = sights.get(kind) ?? createSights()
      sights.set(kind, put)
      const seen = put(read, at)
      const heads = read.heads === null ? [] : [read.heads]
      if (seen) captures.push({ source, at: seen.at, body: [...heads, ...seen.lines].join('\n') })
    }
    if (!answered.meters && meters.text !== '' && meters.text !== shownMeters) {
      shownMeters = meters.text
      captures.push({ source: 'quota_cards', at, body: meters.text })
    }
    return captures
  }
}
