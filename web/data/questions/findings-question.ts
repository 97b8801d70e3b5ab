import type { Finding } from '../../../shared/analyse/report.ts'
import type { Question } from './question.ts'

interface FindingsAsk {
  /** So many at most. */
  readonly count: number
}

/** What the analysis noticed besides verdicts, the first so many, and how many there are. */
export const findingsQuestion: Question<
  FindingsAsk,
  { readonly findings: readonly Finding[]; readonly total: number }
> = {
  name: 'findings',
  answer: ({ report: { findings } }, { count }) => ({
    findings: findings.slice(0, count),
    total: findings.length,
  }),
}
