import type {
  Basis,
  BlockedWindow,
  Cause,
  Fact,
  Finding,
  Grade,
  IncidentPart,
  MissingEvidence,
  Outlook,
  Reset,
  Verdict,
} from '../analyse/report.ts'
import type { Answer } from '../analyse/views/answer.ts'
import type { MeterConflict } from '../analyse/views/meter-conflicts.ts'
import type { ErrorClass } from '../evidence/kinds/error-observation.ts'
import type { Meter, ResetReading } from '../evidence/kinds/quota-snapshot.ts'
import type { CallCost } from '../evidence/kinds/call-cost.ts'
import type { WindowKind } from '../evidence/kinds/quota-snapshot.ts'
import type { ShareBounds } from '../evidence/share-bounds.ts'
import type { Sentence } from '../evidence/sentences/sentence.ts'
import { formatDuration, formatInstant, type Language } from '../time/format.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import { writeWallTime, type WallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import { answerLine, answerText, type AnswerText } from './answer-text.ts'
import { outlookText } from './outlook-text.ts'
import { readableTimes, type ReadableTimes } from './readable-times.ts'
import type { Label } from './locale.ts'
import { conflictText, meterText } from './meter-text.ts'
import { wordSentence, type Worded } from './parser-sentence.ts'
import { sayIn, type Say } from './say.ts'
import { shareBoundsTexts, shareText } from './share-text.ts'
import { spanText, wallSpanText, zoneToShow } from './span-text.ts'
import { percentText, valueTexts } from './value-text.ts'
import { localResetSpan } from '../evidence/local-reset.ts'
import { MINUTE } from '../time/duration.ts'

/**
 * Puts what the analysis found into sentences of one language. Plain text, never markup; error messages and names in
 * it come from outside, so whoever shows it must show it as text. With the zone unknown, instants are shown in UTC.
 */
export interface Wording {
  readonly language: Language
  readonly cause: (cause: Cause | 'unknown') => string
  /** What an error text means, in words: "5-hour quota used up". */
  readonly errorClass: (errorClass: ErrorClass) => string
  readonly causeMeaning: (cause: Cause) => string
  readonly verdict: (verdict: Verdict) => string
  readonly verdictMeaning: (verdict: Verdict) => string
  readonly grade: (grade: Grade) => string
  readonly gradeMeaning: (grade: Grade) => string
  /** Fits before a noun: "weekly", 周. */
  readonly window: (window: WindowKind) => string
  readonly basis: (basis: Basis) => string
  readonly basisMeaning: (basis: Basis) => string
  readonly resetState: (state: Reset['state']) => string
  readonly fact: (fact: Fact, zone: Zone) => string
  readonly finding: (finding: Finding, zone: Zone) => string
  /** What piece of evidence it is, and what it would tell. */
  readonly missing: (missing: MissingEvidence, zone: Zone) => string
  /** What a window will have used at its reset, and when it may be full; null where nothing can be said. */
  readonly outlook: (outlook: Pick<Outlook, 'atReset' | 'fullAt'>, now: Instant, zone: Zone) => string | null
  /** Which causes it would decide, or only narrow down. */
  readonly missingFor: (missing: MissingEvidence) => string
  /** What it was, until when, and what to do, sentence by sentence; `now` is that of the report. */
  readonly answer: (answer: Answer, now: Instant, zone: Zone) => AnswerText
  /** The same as one line. */
  readonly answerLine: (answer: Answer, now: Instant, zone: Zone) => string
  /** From when to when a block was. */
  readonly block: (block: BlockedWindow, zone: Zone) => string
  /** When a part of it was. */
  readonly part: (part: IncidentPart, zone: Zone) => string
  readonly instant: (at: Instant, zone: Zone) => string
  /** Times as a person would say them, seen from `now`. */
  readonly times: (now: Instant, zone: Zone) => ReadableTimes
  /** When a window ends: its instant, or what a page printed by its own clock. */
  readonly reset: (reset: Exclude<ResetReading, { kind: 'in' }>, zone: Zone) => string
  readonly span: (span: Span, zone: Zone) => string
  readonly wall: (wall: WallTime) => string
  /** Two wall times of an unknown zone, and says so. */
  readonly localSpan: (from: WallTime, to: WallTime) => string
  readonly duration: (ms: number) => string
  readonly percent: (percent: number) => string
  /** The used share of a meter where there is no room for more than that it is all: what was read stands in the evidence. */
  readonly usedShare: (percent: number) => string
  /** A meter by its window, and by its pool where the month has two. */
  readonly meter: (meter: Pick<Meter, 'window' | 'pool'>) => string
  /** How the numbers of a reading disagree. */
  readonly conflict: (conflict: MeterConflict, zone: Zone) => string
  /** A share of the month's pool as it was printed, which may be no more than "less than". */
  readonly share: (cost: Pick<CallCost, 'percent' | 'below' | 'resolution'>) => string
  readonly shareBounds: (bounds: ShareBounds) => { readonly min: string; readonly max: string }
  readonly zone: (zone: Zone) => string
  /** What a parser said, in English or as a sentence to be said: why something was not read, or was taken for what it is. */
  readonly sentence: (said: Sentence | string) => Worded
  /** Short texts of documents, such as headings. */
  readonly label: (label: Label, values?: Readonly<Record<string, string>>) => string
}

export function wordingFor(language: Language): Wording {
  const say = sayIn(language)
  return {
    language,
    cause: (cause) => say('cause', cause),
    errorClass: (errorClass) => say('errorClass', errorClass),
    causeMeaning: (cause) => say('causeMeaning', cause),
    verdict: (verdict) => say('verdict', verdict),
    verdictMeaning: (verdict) => say('verdictMeaning', verdict),
    grade: (grade) => say('grade', grade),
    gradeMeaning: (grade) => say('gradeMeaning', grade),
    window: (window) => say('window', window),
    basis: (basis) => say('basis', basis),
    basisMeaning: (basis) => say('basisMeaning', basis),
    resetState: (state) => say('resetState', state),
    fact: ({ rule, values }, zone) => say('fact', rule, valueTexts(values, zone, language, say)),
    finding: ({ kind, values }, zone) => say('finding', kind, valueTexts(values, zone, language, say)),
    missing: ({ kind, values }, zone) => say('missing', kind, valueTexts(values, zone, language, say)),
    missingFor: ({ kind, causes, decides }) => {
      const names = causes.map((cause) => say('cause', cause)).join(say('label', 'comma'))
      if (kind === 'nothing_known') return names
      return say('label', decides ? 'wouldDecide' : 'wouldNarrow', { causes: names })
    },
    outlook: (outlook, now, zone) => outlookText(outlook, now, zone, language, say),
    answer: (answer, now, zone) => answerText(answer, now, zone, language, say),
    answerLine: (answer, now, zone) => answerLine(answerText(answer, now, zone, language, say), language),
    block: (block, zone) => blockSpanText(block, zone, say),
    part: (part, zone) => partSpanText(part, zone, say),
    instant: (at, zone) => formatInstant(at, zoneToShow(zone)),
    times: (now, zone) => readableTimes(now, zone, language, say),
    reset: (reset, zone) => resetText(reset, zone, say),
    span: (span, zone) => spanText(span, zone),
    wall: (wall) => writeWallTime(wall),
    localSpan: (from, to) => say('when', 'local', { range: wallSpanText(from, to) }),
    duration: (ms) => formatDuration(ms, language),
    percent: (percent) => percentText(percent, language),
    usedShare: (percent) => (percent > 100 ? say('label', 'allAndMore') : percentText(percent, language)),
    meter: (meter) => meterText({ minutes: null, ...meter }, language, say),
    conflict: (conflict, zone) => conflictText(conflict, zone, language, say),
    share: (cost) => shareText(cost, language),
    shareBounds: (bounds) => shareBoundsTexts(bounds, language),
    zone: (zone) => (zone === UNKNOWN_ZONE ? say('label', 'zoneUnknown') : zone),
    sentence: (said) => wordSentence(said, language, say),
    label: (label, values) => say('label', label, values),
  }
}

/** When a part was: since when, where it is still on. */
const partSpanText = (part: IncidentPart, zone: Zone, say: Say): string =>
  part.open ? say('when', 'since', { when: fromText(part, zone, say) }) : blockSpanText(part, zone, say)

/** From when to when, in the zone, or as the wall clock showed it while the zone is unknown. */
function blockSpanText({ span, local }: Pick<BlockedWindow, 'span' | 'local'>, zone: Zone, say: Say): string {
  if (span) return spanText(span, zone)
  if (local) return say('when', 'local', { range: wallSpanText(local.from, local.to) })
  return say('when', 'undated')
}

function fromText({ span, local }: Pick<BlockedWindow, 'span' | 'local'>, zone: Zone, say: Say): string {
  if (span) return formatInstant(span.from, zoneToShow(zone))
  if (local) return say('when', 'local', { range: writeWallTime(local.from) })
  return say('when', 'undated')
}

/**
 * When a window ends. What a page printed to the minute is the first moment of that minute where its zone is known; else,
 * and of a day, its own text.
 */
function resetText(reset: Exclude<ResetReading, { kind: 'in' }>, zone: Zone, say: Say): string {
  if (reset.kind === 'at') return formatInstant(reset.at, zoneToShow(zone))
  const span = localResetSpan(reset)
  if (span && reset.length <= MINUTE) return formatInstant(span.from, zoneToShow(zone))
  return reset.zone === null ? say('label', 'pageClock', { time: reset.text }) : reset.text
}
