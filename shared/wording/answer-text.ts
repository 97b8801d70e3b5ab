import type { AnswerCause } from '../analyse/views/answer-cause.ts'
import type { Answer } from '../analyse/views/answer.ts'
import { USED_WINDOWS } from '../analyse/views/meter-use.ts'
import type { NextStep } from '../analyse/views/next-steps.ts'
import type { Cause } from '../analyse/report.ts'
import type { Language } from '../time/format.ts'
import type { Instant } from '../time/instant.ts'
import { readableDuration } from '../time/readable-time.ts'
import type { WallTime } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import { readableTimes, type ReadableTimes } from './readable-times.ts'
import type { Say } from './say.ts'
import { valueTexts } from './value-text.ts'

/** An Answer in sentences that a person would say. Each is whole by itself; `null` and empty where there is nothing to say. */
export interface AnswerText {
  /** "Blocked since 21:54 (7 min)." */
  readonly state: string
  /** "Cause: 5-hour quota used up." Of an incident with parts, one sentence for each. */
  readonly cause: readonly string[]
  /** "Ruled out: weekly quota, monthly quota." */
  readonly ruledOut: string | null
  /** "Available again at 01:44, in 3 h 44 min." */
  readonly wayOut: string | null
  readonly next: readonly string[]
}

/** `zone` unknown: instants are shown in UTC and say so. */
export function answerText(
  answer: Answer,
  now: Instant,
  zone: Zone,
  language: Language,
  say: Say,
): AnswerText {
  const times = readableTimes(now, zone, language, say)
  const { next, ruledOut, backAt, grade } = answer
  return {
    state: stateText(answer, now, times, language, say),
    cause: causeTexts(answer, times, language, say),
    ruledOut:
      ruledOut.length === 0
        ? null
        : say('answer', grade === 'suspected' ? 'ruledOut_suspected' : 'ruledOut', {
            causes: causeList(ruledOut, language, say),
          }),
    wayOut: backAt && wayOutText(backAt, now, times, language, say),
    next: next.map((step) => stepText(step, zone, language, say)),
  }
}

/** The sentences one after another, for a place with one line of text: notification, calendar, search. */
export function answerLine({ state, cause, ruledOut, wayOut, next }: AnswerText, language: Language): string {
  const sentences = [
    state,
    ...cause,
    ...(ruledOut === null ? [] : [ruledOut]),
    ...(wayOut === null ? [] : [wayOut]),
    ...next,
  ]
  return sentences.join(language === 'zh' ? '' : ' ')
}

function stateText(answer: Answer, now: Instant, times: ReadableTimes, language: Language, say: Say): string {
  const { state, from, to, local, within, grade, backAt } = answer
  if (state === 'no_block' && backAt)
    return say('answer', 'used_up', { window: say('window', backAt.window) })
  if (!isAboutRefusal(state)) return say('answer', state)
  if (state === 'error_undated') return undatedText(answer.cause, language, say)
  const range =
    from !== null && to !== null
      ? times.range(from, to)
      : local?.to
        ? times.wallRange(local.from, local.to)
        : null
  const since = from !== null ? times.at(from) : local ? times.wallAt(local.from) : ''
  if (within) return say('answer', 'within', { range: range ?? since })
  if (state === 'blocked_now')
    return say('answer', 'blocked_now', {
      since,
      // the clock of a log may be some minutes ahead of the reader's
      duration: readableDuration(Math.max(0, now - (from ?? now)), language),
    })
  if (range === null) return say('answer', 'end_not_seen', { since })
  const length = from !== null && to !== null ? to - from : 0
  const values = local?.to
    ? localValues(local.from, local.to, times, language, say)
    : { range, duration: readableDuration(length, language) }
  return say('answer', grade === 'suspected' || grade === 'marked' ? grade : 'was_blocked', values)
}

/** That the zone is not known stands with the length: two brackets in a row read badly. */
const localValues = (from: WallTime, to: WallTime, times: ReadableTimes, language: Language, say: Say) => ({
  range: times.bareWallRange(from, to),
  duration: say('when', 'local_length', { duration: readableDuration(to - from, language) }),
})

const NO_REFUSAL = ['no_block', 'only_examples', 'nothing_read'] as const
type NoRefusal = (typeof NO_REFUSAL)[number]

const isAboutRefusal = (state: Answer['state']): state is Exclude<Answer['state'], NoRefusal> =>
  !NO_REFUSAL.some((each) => each === state)

/** What an error that nothing dates says is the answer to it; when it was, comes second. */
const undatedText = ({ names }: AnswerCause, language: Language, say: Say): string =>
  names.length === 0
    ? say('answer', 'names_nothing')
    : say('answer', 'names', { causes: causeList(names, language, say, 'or') })

function causeTexts(answer: Answer, times: ReadableTimes, language: Language, say: Say): readonly string[] {
  const { parts, cause, state } = answer
  if (!isAboutRefusal(state)) return []
  if (state === 'error_undated') return [say('answer', 'error_undated')]
  if (parts.length === 0) return [causeText(cause, language, say)]
  return parts.map((part) =>
    say('answer', 'part', { range: times.stretch(part), cause: causeText(part.cause, language, say) }),
  )
}

function causeText({ names, certainty }: AnswerCause, language: Language, say: Say): string {
  const [only] = names
  if (certainty === 'shown' && only) return say('answer', 'cause', { cause: say('answerCause', only) })
  if (certainty === 'left_over')
    return say('answer', 'left_over', { causes: causeList(names, language, say, 'or') })
  return say('answer', 'not_known')
}

function causeList(
  causes: readonly Cause[],
  language: Language,
  say: Say,
  join: 'and' | 'or' = 'and',
): string {
  const words = causes.map((cause) => say(join === 'or' ? 'answerCause' : 'cause', cause))
  // "overload or fault at Kimi; or sign-in, plan or client not accepted"
  if (language !== 'zh' && join === 'or' && words.length > 1 && words.some((each) => each.includes(' or ')))
    return `${words.slice(0, -1).join('; ')}; or ${words.at(-1) ?? ''}`
  return listText(words, language, join)
}

function listText(words: readonly string[], language: Language, join: 'and' | 'or'): string {
  if (language === 'zh') return words.join(join === 'or' ? '，或' : '、')
  return new Intl.ListFormat('en-GB', { type: join === 'or' ? 'disjunction' : 'conjunction' }).format(words)
}

function wayOutText(
  { at, window, basis }: NonNullable<Answer['backAt']>,
  now: Instant,
  times: ReadableTimes,
  language: Language,
  say: Say,
): string {
  const values = { at: times.at(at), in: readableDuration(at - now, language), window: say('window', window) }
  return say('answer', basis === 'inferred' ? 'back_inferred' : 'back', values)
}

function stepText({ do: step, values }: NextStep, zone: Zone, language: Language, say: Say): string {
  const texts = valueTexts(values, zone, language, say)
  if (!isOfMeters(step)) return say('nextStep', step, texts)
  const meters = USED_WINDOWS.flatMap((window) => {
    const used = texts[window]
    return used === undefined ? [] : say('nextStep', 'meter', { used, window: say('window', window) })
  })
  return say('nextStep', step, { ...texts, meters: listText(meters, language, 'and') })
}

const isOfMeters = (step: NextStep['do']): boolean => step.startsWith('meters_')
