import { lanesOf } from '../../../shared/analyse/views/lanes.ts'
import type { Overview } from '../../../shared/analyse/views/overview.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import { answerOf, type Answer } from '../../../shared/analyse/views/answer.ts'
import { DAY_OF_HOURS, HOUR } from '../../../shared/time/duration.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE, UTC } from '../../../shared/time/zone.ts'
import { wordingFor, type Wording } from '../../../shared/wording/wording.ts'
import type { OverlayAnswer, OverlayModel } from '../../messages/overlay-model.ts'
import type { LatestSummary } from '../latest-summary.ts'
import { overlayDevice } from './overlay-device.ts'
import { overlayLane } from './overlay-lane.ts'
import { overlayMarks } from './overlay-marks.ts'
import { overlayMeter } from './overlay-meters.ts'
import { overlayState } from './overlay-state.ts'
import { overlayWords, type RecordingState } from './overlay-words.ts'

/** How fine the day's lane is: a bucket is five minutes. */
const BUCKET = HOUR / 12
/** The lane runs on to the next reset of the shortest window, which is never further away than this. */
const AHEAD = 5 * HOUR

/** The strip's model: an analysis of the account put into words, so that the page's script only draws. */
export function overlayFrom(
  summary: LatestSummary,
  language: Language,
  recording: RecordingState,
): OverlayModel {
  const { evidence, report, overview, records } = summary
  const { now } = report
  const zone = report.zone === UNKNOWN_ZONE ? UTC : report.zone
  const { meters, lastBlock } = overview
  const range = laneRange(overview, now)
  const buckets = Math.ceil((range.to - range.from) / BUCKET)
  const lanes = lanesOf(summary, range, { buckets, clock: 'utc' })
  const wording = wordingFor(language)
  const words = overlayWords(language)
  const answer = answerOf(summary)
  const off = recording === 'off' || recording === 'paused'
  return {
    meters: meters.map((meter) => overlayMeter(meter, now, zone, wording, words)),
    answer: overlayAnswer(answer, report, wording, words),
    verdictPlace: lastBlock && { view: 'incidents', incident: lastBlock.id },
    device: overlayDevice(report, zone, wording),
    records: words.records(records),
    recording: words.recording[recording],
    state: off
      ? { kind: 'off', text: words.recording[recording] }
      : overlayState(report, overview, evidence, zone, wording, words),
    lane: overlayLane(lanes, now, zone, wording, words),
    marks: overlayMarks(report, evidence.records, zone, wording, words),
    words: words.fixed,
  }
}

/** What it was, what is ruled out, and when it is over; null where nothing was refused and nothing is used up. */
function overlayAnswer(
  answer: Answer,
  { now, zone }: Report,
  wording: Wording,
  words: ReturnType<typeof overlayWords>,
): OverlayAnswer | null {
  if (answer.grade === null && answer.backAt === null) return null
  const { state, cause, ruledOut, wayOut, next } = wording.answer(answer, now, zone)
  const { backAt } = answer
  const rest = [...cause, ...(wayOut === null ? [] : [wayOut]), ...(ruledOut === null ? [] : [ruledOut])]
  return {
    state,
    rest: words.sentences(rest),
    counts: answer.state === 'blocked_now' || backAt !== null,
    next,
    backAt: backAt && { at: backAt.at, window: backAt.window },
  }
}

/** The last 24 hours, and on to the next reset of a window. */
function laneRange({ meters }: Overview, now: Instant): Span {
  const next = meters.flatMap(({ reset }) =>
    reset && reset.at > now && reset.at - now <= AHEAD ? [reset.at] : [],
  )
  const ahead = next.length > 0 ? Math.min(...next) - now + HOUR / 2 : HOUR
  const from = Math.floor((now - DAY_OF_HOURS) / BUCKET) * BUCKET // so that buckets begin on the clock
  return span(from, Math.ceil((now + ahead) / BUCKET) * BUCKET)
}
