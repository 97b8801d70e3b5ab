import type { Cause, Grade, Report, Verdict } from '../../shared/analyse/report.ts'

/** What is said of a stretch, as far as a law needs it. Times only have to be on one clock. */
export interface Said {
  readonly from: number
  /** Infinity while it is open. */
  readonly to: number
  readonly grade: Grade
  /** Only known to lie in there. */
  readonly within: boolean
  readonly leading: Cause | 'unknown'
  /** The causes that lead its parts. */
  readonly led: readonly (Cause | 'unknown')[]
  readonly verdicts: readonly { readonly cause: Cause; readonly verdict: Verdict }[]
}

/** What may become of a word when evidence is put otherwise: the same or a weaker one. */
const WEAKER: Readonly<Record<Verdict, readonly Verdict[]>> = {
  supported: ['supported', 'consistent', 'undecidable'],
  contradicted: ['contradicted', 'consistent', 'undecidable'],
  consistent: ['consistent', 'undecidable'],
  undecidable: ['undecidable', 'consistent'],
}

/**
 * What evidence that was put otherwise says and should not: of each stretch the same words as before or weaker ones, never
 * another cause, and of none that was dated nothing. Empty where all is well.
 */
export function strongerThan(before: readonly Said[], after: readonly Said[]): readonly string[] {
  const made = after.flatMap((now) => {
    const were = before.filter((was) => meet(was, now))
    const leads = new Set(['unknown', ...were.flatMap(({ leading, led }) => [leading, ...led])])
    const where = `${now.grade} ${now.from}–${now.to}`
    return [
      ...(leads.has(now.leading) ? [] : [`${where} is led by ${now.leading}`]),
      ...now.verdicts.flatMap(({ cause, verdict }) => {
        const words = were.map((was) => was.verdicts.find((each) => each.cause === cause)?.verdict)
        const allowed = [undefined, ...words].flatMap((word) => WEAKER[word ?? 'undecidable'])
        return allowed.includes(verdict) ? [] : [`${where}: ${cause} ${verdict}, was ${words.join(' ')}`]
      }),
    ]
  })
  const lost = before.filter((was) => isDated(was) && !after.some((now) => meet(was, now)))
  return [...made, ...lost.map(({ grade, from, to }) => `nothing is said of ${grade} ${from}–${to}`)]
}

const meet = (a: Said, b: Said): boolean => a.from <= b.to && b.from <= a.to

/** What is dated by a reading that was pasted with it is of no time without that. */
const isDated = ({ grade, within }: Said): boolean =>
  !within && (grade === 'error_text' || grade === 'failed_rows')

/** What a Report says. */
export const saidIn = ({ incidents }: Report): readonly Said[] =>
  incidents.map(({ block, leading, parts, verdicts }) => {
    const { from, to } = block.span ?? block.local ?? { from: Number.NaN, to: Number.NaN }
    return {
      from,
      to: block.open ? Number.POSITIVE_INFINITY : to,
      grade: block.grade,
      within: block.within,
      leading,
      led: parts.map((part) => part.leading),
      verdicts,
    }
  })
