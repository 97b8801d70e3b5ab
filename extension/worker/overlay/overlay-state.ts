import type { Overview } from '../../../shared/analyse/views/overview.ts'
import type { Incident, Report } from '../../../shared/analyse/report.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { DAY_OF_HOURS, MINUTE } from '../../../shared/time/duration.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { intersectSpans, span } from '../../../shared/time/span.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { OverlayState } from '../../messages/overlay-model.ts'
import type { OverlayWords } from './overlay-words.ts'

/** What was captured within this time is called up to date: a console page is read anew far more often. */
const FRESH = 10 * MINUTE

/**
 * What the strip says of itself, the most pressing first: a block that goes on, a reset that nothing has shown yet, a hole
 * in what was seen, nothing yet, or that all is well.
 */
export function overlayState(
  report: Report,
  overview: Overview,
  evidence: Evidence,
  zone: KnownZone,
  wording: Wording,
  words: OverlayWords,
): OverlayState {
  const { now } = report
  const { at: clock } = wording.times(now, zone)
  const read = newestCapture(evidence, now)
  if (overview.records === 0 && overview.meters.length === 0)
    return { kind: 'collecting', text: words.collecting }
  const open = openBlock(report)
  if (open?.block.span) {
    const asOf = read !== null && now - read > FRESH ? clock(read) : null
    return { kind: 'blocked', text: words.blockedSince(clock(open.block.span.from), asOf) }
  }
  const due = overview.meters.find(
    ({ reset }) => reset && reset.at <= now && reset.state === 'due_unverified',
  )
  if (due?.reset)
    return { kind: 'reset_due', text: words.dueUnverified(wording.window(due.window), clock(due.reset.at)) }
  const hole = holesOfLastDay(report).at(-1)
  if (hole) return { kind: 'partial', text: words.partial(clock(hole.from), clock(hole.to)) }
  if (read !== null && now - read > FRESH) return { kind: 'current', text: words.lastRead(clock(read)) }
  return { kind: 'current', text: words.upToDate }
}

const openBlock = ({ incidents }: Report): Incident | undefined =>
  incidents.findLast(({ block }) => block.open && !block.within && block.span !== null)

const holesOfLastDay = ({ coverage, now }: Report) =>
  coverage.holes.flatMap((hole) => intersectSpans(hole, span(now - DAY_OF_HOURS, now)) ?? [])

function newestCapture({ captures }: Evidence, now: Instant): Instant | null {
  let newest = -Infinity
  for (const { at } of captures) if (at !== null && at <= now && at > newest) newest = at
  return Number.isFinite(newest) ? instant(newest) : null
}
