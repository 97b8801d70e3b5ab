import { instant, type Instant } from '../../../time/instant.ts'
import { offsetsOnWall } from '../../../time/offsets.ts'
import { instantsOfWall, type WallTime } from '../../../time/wall.ts'
import { offsetZone, UNKNOWN_ZONE } from '../../../time/zone.ts'
import { neutral } from '../../judge/facts/fact.ts'
import { verdictOf } from '../../judge/judge.ts'
import { agreeOffsets } from '../../judge/offset-table.ts'
import type { Fact, JudgedClaim } from '../../report.ts'
import { capFacts } from './claimed-cap.ts'
import { claimedWall } from './claimed-day.ts'
import { failedCallsFacts } from './claimed-failed-calls.ts'
import { onlyWithFacts } from './claimed-only-with.ts'
import { resetFacts } from './claimed-reset.ts'
import { usedUpFacts } from './claimed-used-up.ts'
import type { ClaimCase } from './claim-case.ts'
import { readClaim, type Claim } from './read-claim.ts'

/** Holds a claim against the evidence, in the same four words as a cause, with the facts that decide it. */
export function judgeClaim(text: string, subject: ClaimCase): JudgedClaim {
  const claim = readClaim(text)
  if (!claim) return notUnderstood(text)
  switch (claim.kind) {
    case 'reset':
    case 'used_up':
      return judgeTimed(text, claim, subject)
    case 'cap':
      return judged(text, capFacts(claim.cap, subject))
    case 'only_with_subagents':
      return judged(text, onlyWithFacts(subject))
    case 'failed_calls_use_quota':
      return judged(text, failedCallsFacts(subject))
    default:
      return claim satisfies never
  }
}

type TimedClaim = Extract<Claim, { readonly kind: 'reset' | 'used_up' }>

function judgeTimed(text: string, claim: TimedClaim, subject: ClaimCase): JudgedClaim {
  const { incidents, about = null, zone } = subject
  const wall = claimedWall(claim.time, about ? [about] : incidents, zone)
  if (wall === null) return undecided(text, neutral('claim_no_day', { values: {}, refs: [] }))
  if (zone !== UNKNOWN_ZONE) {
    const [at] = instantsOfWall(wall, zone)
    return at === undefined
      ? undecided(text, neutral('claim_no_day', { values: {}, refs: [] }))
      : judged(text, factsAt(claim, at, subject))
  }
  return judgeUnderOffsets(text, claim, wall, subject)
}

/** With the zone unknown a claimed time is judged under every offset in use, as blocks are. */
function judgeUnderOffsets(text: string, claim: TimedClaim, wall: WallTime, subject: ClaimCase): JudgedClaim {
  const trials = offsetsOnWall(wall).map((offset) => {
    const facts = factsAt(claim, instant(wall - offset), subject)
    return { offset: offsetZone(offset), verdict: verdictOf(facts), facts }
  })
  return { text, ...agreeOffsets(trials) }
}

function factsAt(claim: TimedClaim, at: Instant, subject: ClaimCase): readonly Fact[] {
  const { length } = claim.time
  if (claim.kind === 'reset') return resetFacts(claim.window, at, length, subject)
  if (claim.window) return usedUpFacts(claim.window, at, length, subject)
  return anyWindowUsedUp(at, length, subject)
}

/** "Quota" without a window may be any of them: one that is full is enough, and only all of them low speaks against it. */
function anyWindowUsedUp(at: Instant, length: number, subject: ClaimCase): readonly Fact[] {
  const each = (['5h', '7d', 'month'] as const).map((window) => usedUpFacts(window, at, length, subject))
  const known = each.filter((facts) => facts.some(({ bearing }) => bearing !== 'neutral'))
  const allLow = each.every((facts) => verdictOf(facts) === 'contradicted')
  const facts = known.flat()
  return allLow
    ? facts
    : facts.map((fact) => (fact.bearing === 'against' ? { ...fact, strong: false } : fact))
}

/** Nothing is guessed about what is none of the forms. */
export const notUnderstood = (text: string): JudgedClaim =>
  undecided(text, neutral('claim_not_understood', { values: {}, refs: [] }))

const judged = (text: string, facts: readonly Fact[]): JudgedClaim => ({
  text,
  verdict: verdictOf(facts),
  facts,
  byOffset: null,
})

const undecided = (text: string, fact: Fact): JudgedClaim => ({
  text,
  verdict: 'undecidable',
  facts: [fact],
  byOffset: null,
})
