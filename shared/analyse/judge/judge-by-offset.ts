import { mayHaveTransition, offsetsOnWall } from '../../time/offsets.ts'
import { widenSpan } from '../../time/span.ts'
import { wallTime } from '../../time/wall.ts'
import { offsetZone } from '../../time/zone.ts'
import type { Block } from '../blocks/block.ts'
import { coverageWithin } from '../readings/coverage.ts'
import type { FrameDigest } from '../digest.ts'
import { neutral } from './facts/fact.ts'
import { isPremise, premiseOf } from './facts/premise.ts'
import type { FutureOffsets } from './future-offsets.ts'
import type { GridViews } from './grid-views.ts'
import type { OpenCase } from './judge-by-view.ts'
import { verdictOf } from './judge.ts'
import { NO_LOGGED_CALLS } from '../logs/logged-calls.ts'
import { agreeOffsets, type OffsetTrial } from './offset-table.ts'
import { cutByKind } from './parts/cut-by-kind.ts'
import { judgeParts } from './parts/judge-parts.ts'
import { mergeVerdicts, type JudgedPart } from './parts/merge-parts.ts'
import { recordsWithin } from '../clocks/placed-records.ts'
import { CAUSES, type Cause, type CauseVerdict, type ExcludedOffset, type Fact } from '../report.ts'
import { shiftBlock, shiftCoverage, shiftRecords, shiftSuccesses } from '../blocks/shift-block.ts'
import { eitherOf, successesIn } from '../logs/successes.ts'

/** The parts of a block under one offset: a list for each stretch in which refusals say the same. */
interface Trial {
  readonly offset: string
  readonly parts: readonly (readonly JudgedPart[])[]
}

/** The verdicts on a block whose clock has no zone, and on its parts, which are on that clock as well. */
export interface JudgedByOffset {
  readonly verdicts: readonly CauseVerdict[]
  readonly parts: readonly JudgedPart[]
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
  subject: Pick<OpenCase, 'successes' | 'named' | 'now' | 'rules'>,
  views: GridViews,
): JudgedByOffset {
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
      const parts = judgeParts({ ...subject, ...shifted }, views)
      const changed = mayHaveTransition(offset, wallTime(block.span.from), wallTime(block.span.to))
      trials.push({ offset: name, parts: changed ? parts.map((each) => each.map(doubtedPart)) : parts })
    }
  }
  const clashing = new Map(trials.flatMap((trial) => clashWithText(trial) ?? []))
  const standing =
    clashing.size < trials.length ? trials.filter(({ offset }) => !clashing.has(offset)) : trials
  const excluded = [
    ...offsetsExcluded,
    ...(clashing.size < trials.length ? [...clashing].map(([offset, fact]) => ({ offset, fact })) : []),
  ]
  const combined = (partsOf: (trial: Trial) => readonly JudgedPart[]) =>
    CAUSES.map((cause) => combine(cause, block, votes(standing, partsOf, cause), excluded))
  return {
    verdicts: combined(({ parts }) => parts.flat()),
    parts: cutByKind(block, successesIn(frame, served), rules).map((part, index) => ({
      block: part,
      verdicts: combined(({ parts }) => parts[index] ?? []),
    })),
  }
}

const votes = (
  trials: readonly Trial[],
  partsOf: (trial: Trial) => readonly JudgedPart[],
  cause: Cause,
): readonly OffsetTrial[] =>
  trials.flatMap((trial) =>
    mergeVerdicts(partsOf(trial))
      .filter((each) => each.cause === cause)
      .map(({ verdict, facts }) => ({
        offset: trial.offset,
        verdict,
        facts: facts.filter((fact) => !isPremise(fact)),
      })),
  )

const doubtedPart = ({ block, verdicts }: JudgedPart): JudgedPart => ({
  block,
  verdicts: verdicts.map(doubted),
})

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
 * All texts of a part name one quota, and under this offset that quota had been reset, for certain, before the refusals
 * were over: then the clock was not set so. Only where all texts agree, since a part may hold refusals of two limits.
 */
function clashWithText({ offset, parts }: Trial): readonly [string, Fact][] | null {
  for (const { block, verdicts } of parts.flat()) {
    if (new Set(block.texts.map(({ errorClass }) => errorClass)).size !== 1) continue
    for (const { facts } of verdicts) {
      const text = facts.find(({ rule, strong }) => rule === 'text_names_cause' && strong)
      const outlived = facts.find(({ rule, strong }) => rule === 'outlived_reset' && strong)
      const { message } = text?.values ?? {}
      const { window, boundary } = outlived?.values ?? {}
      if (!text || !outlived || !message || !window || !boundary) continue
      const values = { offset: { unit: 'text', value: offset }, message, window, boundary } as const
      return [[offset, neutral('offset_against_text', { values, refs: [...text.refs, ...outlived.refs] })]]
    }
  }
  return null
}

function combine(
  cause: Cause,
  block: Block,
  trials: readonly OffsetTrial[],
  offsetsExcluded: readonly ExcludedOffset[],
): CauseVerdict {
  const { verdict, facts, byOffset } = agreeOffsets(trials)
  return { cause, verdict, facts: [...wallPremise(block), ...facts], byOffset, offsetsExcluded }
}

const wallPremise = (block: Block): readonly Fact[] =>
  premiseOf(block, {
    from: { unit: 'wall', value: wallTime(block.span.from) },
    to: { unit: 'wall', value: wallTime(block.span.to) },
  })
