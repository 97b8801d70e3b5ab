import { createContext, use } from 'react'
import type { Report } from '../../shared/analyse/report.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'

/** The evidence of the shown account and the report on it: what the pages draw. */
export interface Findings {
  readonly account: string
  readonly evidence: Evidence
  readonly report: Report
}

/** How far reading it has come. */
export type FindingsState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly again: () => void }
  | { readonly state: 'ready'; readonly findings: Findings }

export const FindingsContext = createContext<FindingsState>({ state: 'loading' })

export const useFindingsState = (): FindingsState => use(FindingsContext)

/** The findings, or null while they are not there: "not read yet" is not the same as empty. */
export function useFindings(): Findings | null {
  const state = use(FindingsContext)
  return state.state === 'ready' ? state.findings : null
}

/** True where nothing at all has been brought in. */
export const isEmpty = ({ records, snapshots, errors, calls, rejects, devices }: Evidence): boolean =>
  [records, snapshots, errors, calls, rejects, devices].every((list) => list.length === 0)
