import { analyse } from '../../shared/analyse/analyse.ts'
import { lanesOf, type Lanes } from '../../shared/analyse/lanes.ts'
import { overviewOf, type LatestMeter } from '../../shared/analyse/overview.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import type { Language } from '../../shared/time/format.ts'
import { formatClock, formatOffset, formatWall } from '../../shared/time/format.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import type { KnownZone } from '../../shared/time/zone.ts'
import { wordingFor, type Wording } from '../../shared/wording/wording.ts'
import type { OverlayLaneItem, OverlayMeter, OverlayModel } from '../messages/overlay-model.ts'
import { overlayWords } from './overlay-words.ts'

/** How fine the day's lane is: a bucket is five minutes. */
const BUCKETS = 288

/** The strip's model: an analysis of the account put into words, so that the page's script only draws. */
export function overlayOf(
  evidence: Evidence,
  now: Instant,
  zone: KnownZone,
  language: Language,
): OverlayModel {
  const report = analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  const { meters, lastBlock, records } = overviewOf(report, evidence)
  const range = span(now - DAY_OF_HOURS, now)
  const lanes = lanesOf(evidence, report, range, { buckets: BUCKETS, clock: 'utc', rules: DEFAULT_RULES })
  const wording = wordingFor(language)
  const words = overlayWords(language)
  return {
    meters: meters.map((meter) => meterOf(meter, now, zone, wording, words)),
    verdict: lastBlock ? wording.headline(lastBlock, zone) : null,
    records: words.records(records),
    state: records === 0 && meters.length === 0 ? words.waiting : words.recording,
    lane: { span: range, items: laneItems(lanes), resets: lanes.resets.map(({ at }) => at) },
    laneLabel: words.lane(lanes.blocks.length),
    words: { title: words.title, open: words.open, collapse: words.collapse, expand: words.expand },
  }
}

function meterOf(
  { window, pool, usedPercent, reset }: LatestMeter,
  now: Instant,
  zone: KnownZone,
  wording: Wording,
  words: ReturnType<typeof overlayWords>,
): OverlayMeter {
  const at = reset && resetText(reset.at, now, zone)
  return {
    name: words.meter(wording.window(window), pool),
    used: usedPercent === null ? words.noNumber : words.used(wording.percent(usedPercent)),
    share: usedPercent === null ? null : Math.min(100, Math.max(0, usedPercent)),
    reset:
      reset && at
        ? reset.at > now
          ? words.resetsIn(wording.duration(Math.ceil((reset.at - now) / 60_000) * 60_000), at)
          : words.resetDue(at, wording.resetState(reset.state))
        : null,
  }
}

/** The clock with its offset; the day too where it is not within a day from now. */
function resetText(at: Instant, now: Instant, zone: KnownZone): string {
  const day = Math.abs(at - now) < DAY_OF_HOURS ? '' : `${formatWall(at, zone).slice(0, 10)} `
  return `${day}${formatClock(at, zone).slice(0, 5)} ${formatOffset(at, zone)}`
}

/** Blocked lies over active, active over idle; what no capture shows is none of them. */
function laneItems(lanes: Lanes): readonly OverlayLaneItem[] {
  return [
    ...lanes.unobserved.map((each) => ({ span: each, state: 'unobserved' as const })),
    ...lanes.observed.map((each) => ({ span: each, state: 'idle' as const })),
    ...lanes.requests.map((bucket) => ({ span: bucket.span, state: 'active' as const })),
    ...lanes.blocks
      .filter(({ within }) => !within)
      .map((block) => ({ span: block.span, state: 'blocked' as const })),
  ]
}
