import type { Evidence } from '../../../evidence/evidence.ts'
import type { Installation } from '../../../evidence/installation.ts'
import type { When } from '../../../evidence/when.ts'
import { whoSaw, type Sight } from '../../../evidence/who-saw.ts'
import { MINUTE } from '../../../time/duration.ts'
import { intersectSpans, span, type Span } from '../../../time/span.ts'
import type { Zone } from '../../../time/zone.ts'
import { listedTime } from '../listed-time.ts'
import { joinNear } from './join-near.ts'

/** When there is something that an installation saw, for a timeline. */
export interface InstallationLane {
  readonly installation: Installation
  readonly spans: readonly Span[]
}

/** Refusals and calls nearer than this are one stretch (our choice: lanes join more as they show more). */
const NEAR = 10 * MINUTE

/**
 * The stretches of the history that each installation saw: from the oldest to the newest row of its pages, and its readings,
 * refusals and calls. What has no place in UTC is in none.
 */
export function installationLanes(
  sights: readonly Sight[],
  { captures, snapshots, errors, calls }: Pick<Evidence, 'captures' | 'snapshots' | 'errors' | 'calls'>,
  zone: Zone,
): readonly InstallationLane[] {
  if (sights.length === 0) return []
  const seenBy = whoSaw(sights)
  const seen: Span[][] = sights.map(() => [])
  const put = (origins: Parameters<typeof seenBy>[0]['origins'], from: When, to: When = from) => {
    const [first, last] = [listedTime(from, zone).span, listedTime(to, zone).span]
    if (!first || !last || last.to < first.from) return
    for (const index of seenBy({ origins })) seen[index]?.push(span(first.from, last.to))
  }
  for (const { id, oldest, newest } of captures)
    if (oldest && newest) put([{ capture: id, at: '' }], oldest, newest)
  for (const pieces of [snapshots, errors, calls]) for (const { origins, when } of pieces) put(origins, when)
  return sights.map(({ installation }, index) => ({ installation, spans: joined(seen[index] ?? [], NEAR) }))
}

/** The same within a range; stretches nearer than `gap` are drawn as one. */
export const lanesWithin = (
  lanes: readonly InstallationLane[],
  range: Span,
  gap: number,
): readonly InstallationLane[] =>
  lanes.map(({ installation, spans }) => ({
    installation,
    spans: joined(
      spans.flatMap((each) => intersectSpans(each, range) ?? []),
      gap,
    ),
  }))

const joined = (spans: readonly Span[], gap: number): readonly Span[] =>
  joinNear(
    spans.map((each) => ({ span: each })).toSorted((a, b) => a.span.from - b.span.from),
    gap,
    (a, b) => ({ span: span(a.span.from, Math.max(a.span.to, b.span.to)) }),
  ).map((each) => each.span)
