import { readDay, type Day } from '../../../time/day.ts'
import { HOUR, MINUTE, SECOND } from '../../../time/duration.ts'

/** A time of day as somebody said it, with the precision that it has. */
export interface ClaimedTime {
  /** Milliseconds since midnight on the wall clock. */
  readonly sinceMidnight: number
  /** 60,000 for `17:20`, 1,000 for `17:20:45`. */
  readonly length: number
  /** Null: the day is that of the incident it is said about. */
  readonly day: Day | null
}

export type ClaimedWindow = '5h' | '7d' | 'month'

/** What a person, or support, says about a block. */
export type Claim =
  | { readonly kind: 'reset'; readonly window: ClaimedWindow; readonly time: ClaimedTime }
  | { readonly kind: 'used_up'; readonly window: ClaimedWindow | null; readonly time: ClaimedTime }
  | { readonly kind: 'cap'; readonly cap: number }
  | { readonly kind: 'only_with_subagents' }
  | { readonly kind: 'failed_calls_use_quota' }

const WINDOW = String.raw`(5[- ]?h(?:our)?|7[- ]?d(?:ay)?|week(?:ly)?|month(?:ly)?)`
const TIME = String.raw`(?:on (\d{4}-\d\d-\d\d) )?(?:at|by|around) (?:(\d{4}-\d\d-\d\d) )?(\d{1,2}):(\d\d)(?::(\d\d))?`

/**
 * The grammar (docs/claims.md), case-insensitive; words in brackets may be left out:
 *
 *     [my|the] WINDOW [window|quota] reset [on DAY] at TIME          5h window reset at 17:20
 *     [the] [token] [WINDOW] quota [was] used up [on DAY] by TIME    quota used up by 16:19
 *     [the] [concurrency] cap is NUMBER                              cap is 30
 *     only when subagents run · only with CreateSubagent
 *     failed calls use quota
 */
const FORMS: readonly {
  readonly form: RegExp
  readonly read: (match: readonly (string | undefined)[]) => Claim | null
}[] = [
  {
    form: new RegExp(
      String.raw`^(?:(?:my|the) )?${WINDOW}(?: (?:window|quota|limit))? (?:was )?reset ${TIME}$`,
    ),
    read: (match) => {
      const window = windowNamed(match[1])
      const time = timeOf(match.slice(2))
      return window && time && { kind: 'reset', window, time }
    },
  },
  {
    form: new RegExp(
      String.raw`^(?:(?:my|the) )?(?:token )?(?:${WINDOW} )?(?:token )?quota (?:was |is )?(?:fully )?(?:used up|depleted|exhausted) ${TIME}$`,
    ),
    read: (match) => {
      const time = timeOf(match.slice(2))
      return time && { kind: 'used_up', window: windowNamed(match[1]), time }
    },
  },
  {
    form: /^(?:(?:my|the) )?(?:concurrency )?(?:cap|limit) is (\d{1,4})$/,
    read: (match) => ({ kind: 'cap', cap: Number(match[1]) }),
  },
  {
    form: /^(?:it |this )?(?:happens )?only (?:when subagents run|with subagents|with (?:the )?createsubagent(?: tool)?)$/,
    read: () => ({ kind: 'only_with_subagents' }),
  },
  {
    form: /^failed (?:calls|requests) (?:use|burn|consume) quota$/,
    read: () => ({ kind: 'failed_calls_use_quota' }),
  },
]

/** Reads a claim; null when it is not one of the forms, which the report then says. */
export function readClaim(text: string): Claim | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '')
  for (const { form, read } of FORMS) {
    const match = form.exec(said)
    const claim = match && read(match)
    if (claim) return claim
  }
  return null
}

function windowNamed(text: string | undefined): ClaimedWindow | null {
  if (text === undefined) return null
  if (text.startsWith('5')) return '5h'
  return text.startsWith('month') ? 'month' : '7d'
}

function timeOf([dayBefore, dayAfter, hour, minute, second]: readonly (
  string | undefined
)[]): ClaimedTime | null {
  const written = dayBefore ?? dayAfter
  const day = written === undefined ? null : readDay(written)
  if (
    (written !== undefined && day === null) ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second ?? 0) > 59
  )
    return null
  const sinceMidnight = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second ?? 0) * SECOND
  return { sinceMidnight, length: second === undefined ? MINUTE : SECOND, day }
}
