import { judgeClaims } from '../../../shared/analyse/views/claims/judge-claims.ts'
import type { JudgedClaim } from '../../../shared/analyse/report.ts'
import type { Question } from './question.ts'

interface ClaimsAsk {
  readonly texts: readonly string[]
  /** The incident that they are made about. */
  readonly about: string | null
}

/** What the evidence says to claims, in their order. */
export const claimsQuestion: Question<ClaimsAsk, readonly JudgedClaim[]> = {
  name: 'claims',
  answer: (known, { texts, about }) => judgeClaims(texts, known, about),
}
