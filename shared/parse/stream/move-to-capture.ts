import { evidenceId } from '../../evidence/id.ts'
import { NO_EVIDENCE, type Evidence } from '../../evidence/evidence.ts'
import { evidenceFor, SIGHTED_KINDS } from '../../evidence/kinds/kinds.ts'
import type { Origin } from '../../evidence/origin.ts'
import type { Parsed } from '../parser.ts'
import { rejectIn } from '../reject.ts'

/** How many further pages of rows an input may have; their captures are numbered. */
const MAX_PAGES = 10_000

/**
 * Writes the id of a capture into what was read in it, in the place of one that stood in for it. A part is let go as soon
 * as it has been written anew, so that a log's evidence is not held twice.
 */
export function moveToCapture(parts: Parsed[], from: string, to: string): readonly Parsed[] {
  const ids = new Map([[from, to]])
  const pages = parts.reduce((sum, part) => sum + (part.captures?.length ?? 0), 0)
  for (let page = 1; page < Math.min(pages, MAX_PAGES); page += 1)
    ids.set(evidenceId('capture', from, page), evidenceId('capture', to, page))
  for (const [index, part] of parts.entries()) parts[index] = movePart(part, ids)
  return parts
}

function movePart(part: Parsed, ids: ReadonlyMap<string, string>): Parsed {
  const idOf = (capture: string) => ids.get(capture) ?? capture
  const move = <Item extends { readonly origins: readonly Origin[] }>(
    items: readonly Item[],
  ): readonly Item[] =>
    items.map((item) => ({
      ...item,
      origins: item.origins.map(({ capture, at }) => ({ capture: idOf(capture), at })),
    }))
  const { captures, rejects } = part
  const whole: Evidence = { ...NO_EVIDENCE, ...part }
  const sighted = SIGHTED_KINDS.filter((kind) => part[kind])
  return {
    ...part,
    ...evidenceFor(sighted, (kind) => move(whole[kind])),
    ...(captures && { captures: captures.map((capture) => ({ ...capture, id: idOf(capture.id) })) }),
    ...(rejects && { rejects: rejects.map((reject) => rejectIn(reject, idOf(reject.capture))) }),
  }
}
