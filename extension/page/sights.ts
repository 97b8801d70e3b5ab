import type { Instant } from '../../shared/time/instant.ts'
import { joinSights } from './join-sights.ts'
import type { ReadList } from './read-page.ts'

/** What a list has shown so far, and since when. */
interface Sight {
  readonly lines: readonly string[]
  /** When its first line came into sight: of what came into being later, the list says nothing. */
  readonly since: Instant
  readonly fromTop: boolean
}

/** Rows to hand over. */
export interface SeenRows {
  readonly lines: readonly string[]
  /** When the newest row came into sight; null where the list did not stand at its beginning. */
  readonly at: Instant | null
}

/**
 * Puts together what a list shows one piece after another: by scrolling, by turning pages, by new rows on top. Only a list
 * that was seen from its beginning says that nothing is newer than its first row; a later page says nothing of the kind.
 */
export function createSights(): (read: ReadList, at: Instant) => SeenRows | null {
  let known: Sight | null = null
  const handed = new Set<string>()

  return (read, at) => {
    if (read.lines.length === 0) return null
    const next = joined(known, read, at)
    // A later page is handed over by itself; what is known goes on from the top.
    if (next.fromTop || known === null || !known.fromTop) known = next
    const text = next.lines.join('\n')
    if (handed.has(text)) return null
    handed.add(text)
    return { lines: next.lines, at: next.fromTop ? next.since : null }
  }
}

function joined(known: Sight | null, { lines, atTop }: ReadList, at: Instant): Sight {
  if (known === null) return { lines, since: at, fromTop: atTop }
  const all = joinSights(known.lines, lines)
  if (all === null) return { lines, since: at, fromTop: atTop && isNewer(lines, known.lines) }
  const grewOnTop = all[0] !== known.lines[0]
  return {
    lines: all,
    since: grewOnTop ? at : known.since,
    fromTop: known.fromTop ? !grewOnTop || atTop : atTop,
  }
}

const TIME = /\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d(?::\d\d)?/
const timeOf = (line = '') => TIME.exec(line)?.[0].replaceAll('/', '-') ?? ''

/** Whether all of a list came after all of another, by what their clocks show. */
const isNewer = (lines: readonly string[], than: readonly string[]): boolean =>
  timeOf(lines.at(-1)) > timeOf(than[0])
