import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { whenOfBlock } from '../../../shared/analyse/blocks/attach-annotations.ts'
import { annotationOf } from '../../../shared/evidence/kinds/annotation.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { findingsQuestion } from '../../../web/data/questions/findings-question.ts'
import { incidentsQuestion } from '../../../web/data/questions/incidents/incidents-question.ts'
import { jumpQuestion } from '../../../web/data/questions/jump-question.ts'
import type { Known } from '../../../web/data/questions/question.ts'
import { evidenceWith, page, row } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'

const BLOCKS = 120
const FIRST = at('2026-03-01T00:00:00Z')
const beginOf = (n: number) => later(FIRST, n * 2 * HOUR)

/** Each two hours a success and then three refusals, a minute apart: a block each, the last at the end. */
const history = evidenceWith(
  page(
    Array.from({ length: BLOCKS }, (_, n) =>
      [0, 1, 2, 3, 10].map((minute) =>
        row(
          writeInstant(later(beginOf(n), minute * MINUTE)),
          minute > 0 && minute < 10 ? { outcome: 'failure', status: 429, statusText: 'Failed' } : undefined,
        ),
      ),
    ).flat(),
    at('2026-03-15T00:00:00Z'),
  ),
)

function knownOf(evidence = history): Known {
  const options = { now: at('2026-03-15T00:00:00Z'), zone: UTC, rules: DEFAULT_RULES }
  return { account: 'me', since: null, kept: {}, sights: [], ...analyse(evidence, options) }
}

const NOTHING_ASKED = { filter: {}, language: 'en', wanted: null, stretch: null } as const
const known = knownOf()
const newest = known.report.incidents.toReversed()
const idAt = (place: number): string => newest[place]?.id ?? ''
const wanted = (place: number) => ({ id: idAt(place), when: null })

const blockAt = (place: number) => {
  const block = newest[place]?.block
  if (!block) throw new Error(`no block at ${place}`)
  return block
}

describe('a page of incidents', () => {
  it('is the newest fifty, with the first of them in full', () => {
    const found = incidentsQuestion.answer(known, NOTHING_ASKED)
    expect(found).toMatchObject({ offset: 0, total: BLOCKS, all: BLOCKS, gone: false })
    expect(found.entries.map(({ id }) => id)).toEqual(newest.slice(0, 50).map(({ id }) => id))
    expect(found.entries.flatMap(({ block }) => block.refs)).toEqual([])
    expect(found.shown).toEqual(newest[0])
  })

  it.each([
    [0, 0],
    [49, 0],
    [50, 50],
    [119, 100],
  ])('has the one that is looked at: the one at %i in those from %i', (place, offset) => {
    const found = incidentsQuestion.answer(known, { ...NOTHING_ASKED, wanted: wanted(place) })
    expect(found.offset).toBe(offset)
    expect(found.entries[place - offset]?.id).toBe(idAt(place))
    expect(found.shown).toEqual(newest[place])
  })

  it('is narrowed where the evidence is, and shows what is wanted all the same', () => {
    const filter = { to: '2026-03-01' }
    const found = incidentsQuestion.answer(known, { ...NOTHING_ASKED, filter, wanted: wanted(0) })
    expect(found).toMatchObject({ total: 12, all: BLOCKS, offset: 0 })
    expect(found.entries.map(({ id }) => id)).toEqual(newest.slice(-12).map(({ id }) => id))
    expect(found.shown?.id).toBe(idAt(0))
    const none = incidentsQuestion.answer(known, { ...NOTHING_ASKED, filter: { text: 'nothing like it' } })
    expect(none).toMatchObject({ total: 0, entries: [], shown: null })
  })

  it('is searched in the sentences of the asked language', () => {
    const count = (language: 'en' | 'zh', text: string) =>
      incidentsQuestion.answer(known, { ...NOTHING_ASKED, language, filter: { text } }).total
    expect(count('en', 'FAILED requests')).toBe(BLOCKS)
    expect(count('zh', 'FAILED requests')).toBe(0)
    expect(count('en', 'FAILED requests')).toBe(BLOCKS)
  })

  it('has what was written on the shown one, tags of all, and what hangs on none', () => {
    const written = (place: number, kind: 'note' | 'tag', text: string) => {
      const block = blockAt(place)
      return annotationOf({
        anchor: block.refs[0] ?? '',
        when: whenOfBlock(block),
        kind,
        text,
        writtenAt: FIRST,
      })
    }
    const adrift = annotationOf({
      anchor: 'record:gone',
      when: { kind: 'undated' },
      kind: 'note',
      text: 'lost',
      writtenAt: FIRST,
    })
    const annotations = [written(0, 'note', 'mine'), written(60, 'tag', 'b'), written(0, 'tag', 'a'), adrift]
    const found = incidentsQuestion.answer(knownOf({ ...history, annotations }), NOTHING_ASKED)
    expect(found.attached.map(({ annotation }) => annotation.text).toSorted()).toEqual(['a', 'mine'])
    expect(found.entries[0]?.tags).toEqual(['a'])
    expect(found.tags).toEqual(['a', 'b'])
    expect(found.adrift).toEqual([adrift])
    const tagged = incidentsQuestion.answer(knownOf({ ...history, annotations }), {
      ...NOTHING_ASKED,
      filter: { tag: 'b' },
    })
    expect(tagged.entries.map(({ id }) => id)).toEqual([idAt(60)])
  })
})

describe('an incident that is gone', () => {
  it('is said to be gone, and the first is shown', () => {
    const found = incidentsQuestion.answer(known, {
      ...NOTHING_ASKED,
      wanted: { id: 'incident:gone', when: null },
    })
    expect(found).toMatchObject({ gone: true, shown: { id: idAt(0) } })
  })

  it('has the block over the same time for its heir', () => {
    const found = incidentsQuestion.answer(known, {
      ...NOTHING_ASKED,
      wanted: { id: 'incident:gone', when: whenOfBlock(blockAt(70)) },
    })
    expect(found).toMatchObject({ gone: false, offset: 50, shown: { id: idAt(70) } })
  })
})

describe('a jump', () => {
  const middleAt = (place: number) => {
    const range = blockAt(place).span
    if (!range) throw new Error(`no span at ${place}`)
    return (range.from + range.to) / 2
  }
  const spanAt = (place: number) => newest[place]?.block.span ?? null

  it.each([
    ['in a block, to those beside it', middleAt(1), spanAt(2), spanAt(0)],
    ['a second after its middle, still', middleAt(1) + 1_000, spanAt(2), spanAt(0)],
    ['more than a second after it, back to it', middleAt(1) + 1_001, spanAt(1), spanAt(0)],
    ['in the last, only back', middleAt(0), spanAt(1), null],
    ['before the first, only on', middleAt(BLOCKS - 1) - HOUR, null, spanAt(BLOCKS - 1)],
  ])('%s', (_, middle, before, after) => {
    expect(jumpQuestion.answer(known, { clock: 'utc', middle })).toEqual({ before, after })
  })

  it('finds nothing on the clock of the other blocks', () => {
    expect(jumpQuestion.answer(known, { clock: 'wall', middle: middleAt(1) })).toEqual({
      before: null,
      after: null,
    })
  })
})

it('findings come as many as are asked for, with their number', () => {
  const findings = [1, 2, 3].map((silences) => ({
    kind: 'undated_error' as const,
    values: { silences: { unit: 'count', value: silences } as const },
    refs: [],
  }))
  const asked = { ...known, report: { ...known.report, findings } }
  for (const count of [0, 2, 3, 100])
    expect(findingsQuestion.answer(asked, { count })).toEqual({
      findings: findings.slice(0, count),
      total: 3,
    })
})
