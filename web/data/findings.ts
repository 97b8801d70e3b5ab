import { createContext, use, useEffect } from 'react'
import { MINUTE } from '../../shared/time/duration.ts'
import type { Report, Reset } from '../../shared/analyse/report.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { byKind, KINDS, SIGHTED_KINDS, type KindCounts } from '../../shared/evidence/kinds/kinds.ts'
import type { DamagedDay } from '../../shared/store/segments/damaged-day.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** How far reading has come, in rows. */
export interface Progress {
  readonly done: number
  readonly all: number
}

/**
 * What every page knows of the shown account: the report, without its lists that grow with the evidence (a page asks for
 * the part that it draws), and how much of each kind of evidence there is.
 */
export interface Findings {
  readonly account: string
  readonly report: PageReport
  readonly counts: KindCounts
  /** Null: they are about all evidence. Else only about what is dated from then on; the rest is still being read. */
  readonly since: Instant | null
  /** Days that are kept and cannot be read back; nothing of them is in the report. */
  readonly damaged: readonly DamagedDay[]
}

export interface PageReport extends Pick<Report, 'now' | 'zone' | 'counts'> {
  /** Of each window, at most one. */
  readonly upcoming: readonly Reset[]
}

export const pageReport = ({ now, zone, counts, resets }: Report): PageReport => ({
  now,
  zone,
  counts,
  upcoming: resets.filter(({ state }) => state === 'upcoming'),
})

export const countsOf = (evidence: Evidence): Findings['counts'] =>
  byKind(KINDS, (kind) => evidence[kind].length)

/** How far reading has come. */
export type FindingsState =
  | { readonly state: 'loading'; readonly progress: Progress | null }
  | { readonly state: 'failed'; readonly error: Error; readonly again: () => void }
  | {
      readonly state: 'ready'
      readonly findings: Findings
      /** Of the older evidence, while it is being read; null once all is read. */
      readonly progress: Progress | null
    }

export const FindingsContext = createContext<FindingsState>({ state: 'loading', progress: null })

/** Has the report made for this minute. */
export const LookAgainContext = createContext<() => void>(() => {})

/** Keeps the report of the minute while a page is open that writes it down: it is made when it is written. */
export function useReportOfTheMinute(): void {
  const lookAgain = use(LookAgainContext)
  useEffect(() => {
    lookAgain()
    const looking = setInterval(lookAgain, MINUTE)
    return () => clearInterval(looking)
  }, [lookAgain])
}

export const useFindingsState = (): FindingsState => use(FindingsContext)

/** The findings about all evidence, or null while they are not there: "not read yet" is not the same as empty. */
export function useFindings(): Findings | null {
  const findings = useRecentFindings()
  return findings?.since === null ? findings : null
}

/** The findings, maybe only about recent evidence (`since`), or null while there are none. */
export function useRecentFindings(): Findings | null {
  const state = use(FindingsContext)
  return state.state === 'ready' ? state.findings : null
}

const SHOWN_KINDS = [...SIGHTED_KINDS, 'rejects'] as const

/** True where nothing at all has been brought in. */
export const isEmpty = ({ counts }: Findings): boolean => SHOWN_KINDS.every((kind) => counts[kind] === 0)
