import { mayHaveChanged, offsetsOnWall } from '../time/offsets.ts'
import { widenSpan } from '../time/span.ts'
import { wallTime } from '../time/wall.ts'
import { offsetZone } from '../time/zone.ts'
import type { Block } from './block.ts'
import { coverageWithin } from './coverage.ts'
import type { FrameDigest } from './digest.ts'
import { neutral } from './facts/fact.ts'
import { isPremise, premiseOf } from './facts/premise.ts'
import type { FutureOffsets } from './future-offsets.ts'
import type { GridViews } from './grid-views.ts'
import { judgeByView, type OpenCase } from './judge-by-view.ts'
import { verdictOf } from './judge.ts'
import { agreeOffsets } from './offset-table.ts'
import { NO_LOGGED_CALLS } from './logged-calls.ts'
import { recordsWithin } from './placed-records.ts'
import { CAUSES, type Cause, type CauseVerdict, type ExcludedOffset, type Fact } from './report.ts'
import { shiftBlock, shiftCoverage, shiftRecords, shiftSuccesses } from './shift-block.ts'
import { eitherOf, successesIn } from './successes.ts'

interface Trial {
  readonly offset: string
  readonly verdicts: readonly CauseVerdict[]
}

/**
 * Judges a block whose clock has no zone: once under every UTC offset in use on that date. Offsets that other evidence
 * excludes drop out. What all the others agree on is the verdict; else it is `undecidable`, and the table says under
 * which offset it would be what. Only facts that hold under every offset are given; the others show once a zone is
 * picked.
 */
export function judgeByOffset(
  block: Block,
  { frame, served, coverage }: FrameDigest,
  inFuture: FutureOffsets,
  subject: Pick<OpenCase, 'successes' | 'now' | 'rules'>,
  views: GridViews,
): readonly CauseVerdict[] {
  const { rules } = subject
  const around = widenSpan(block.span, rules.sameDay)
  const near = recordsWithin(frame.records, around)
  // what was seen further away is not looked at, so it must not count as observed
  const seen = coverageWithin(coverage, around)
  const trials: Trial[] = []
  const offsetsExcluded: ExcludedOffset[] = []
  const inFutureOver = inFuture(block.span)
  for (const offset of offsetsOnWall(wallTime(block.span.from))) {
    const name = offsetZone(offset)
    const excluded = inFutureOver(offset)
    if (excluded) offsetsExcluded.push({ offset: name, fact: excluded })
    else {
      const records = shiftRecords(near, offset)
      const shifted = {
        block: shiftBlock(block, offset),
        records,
        coverage: shiftCoverage(seen, offset),
        // a log by the wall clock is rare, and says nothing of others that are by UTC
        logged: NO_LOGGED_CALLS,
        successes: eitherOf(
          subject.successes,
          successesIn({ clock: 'utc', records }, shiftSuccesses(served, offset)),
        ),
      }
      const verdicts = judgeByView({ ...subject, ...shifted }, views)
      const changed = mayHaveChanged(offset, wallTime(block.span.from), wallTime(block.span.to))
      trials.push({ offset: name, verdicts: changed ? verdicts.map(doubted) : verdicts })
    }
  }
  const clashing = new Map(trials.flatMap((trial) => clashWithText(trial, block) ?? []))
  const standing =
    clashing.size < trials.length ? trials.filter(({ offset }) => !clashing.has(offset)) : trials
  const excluded = [
    ...offsetsExcluded,
    ...(clashing.size < trials.length ? [...clashing].map(([offset, fact]) => ({ offset, fact })) : []),
  ]
  return CAUSES.map((cause) => combine(cause, block, standing, excluded))
}

/**
 * What a verdict under an offset is worth when the clock may have been changed in mid-block: a part of it then lies an hour
 * off, so nothing that rests on its times decides anything. What a text says, it says at any time.
 */
function doubted(judged: CauseVerdict): CauseVerdict {
  const facts = judged.facts.map((fact) => (TEXTS.has(fact.rule) ? fact : { ...fact, strong: false }))
  return { ...judged, facts, verdict: judged.verdict === 'undecidable' ? 'undecidable' : verdictOf(facts) }
}

const TEXTS: ReadonlySet<string> = new Set(['text_names_cause', 'platform_error'])

/**
 * All texts of a block name one quota, and under this offset that quota had been reset, for certain, before the refusals
 * were over: then the clock was not set so. Only where all texts agree, since a block may hold refusals of two limits.
 */
function clashWithText({ offset, verdicts }: Trial, { texts }: Block): readonly [string, Fact][] | null {
  if (new Set(texts.map(({ errorClass }) => errorClass)).size !== 1) return null
  for (const { facts } of verdicts) {
    const text = facts.find(({ rule, strong }) => rule === 'text_names_cause' && strong)
    const outlived = facts.find(({ rule, strong }) => rule === 'outlived_reset' && strong)
    const { message } = text?.values ?? {}
    const { window, boundary } = outlived?.values ?? {}
    if (!text || !outlived || !message || !window || !boundary) continue
    const values = { offset: { unit: 'text', value: offset }, message, window, boundary } as const
    return [[offset, neutral('offset_against_text', { values, refs: [...text.refs, ...outlived.refs] })]]
  }
  return null
}

function combine(
  cause: Cause,
  block: Block,
  trials: readonly Trial[],
  offsetsExcluded: readonly ExcludedOffset[],
): CauseVerdict {
  const ofCause = trials.flatMap(({ offset, verdicts }) =>
    verdicts
      .filter((each) => each.cause === cause)
      .map(({ verdict, facts }) => ({
        offset,
        verdict,
        facts: facts.filter((fact) => !isPremise(fact)),
      })),
  )
  const { verdict, facts, byOffset } = agreeOffsets(ofCause)
  return { cause, verdict, facts: [...wallPremise(block), ...facts], byOffset, offsetsExcluded }
}

const wallPremise = (block: Block): readonly Fact[] =>
  premiseOf(block, {
    from: { unit: 'wall', value: wallTime(block.span.from) },
    to: { unit: 'wall', value: wallTime(block.span.to) },
  })
