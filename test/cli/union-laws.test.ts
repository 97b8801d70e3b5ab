import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { isEmpty } from '../../shared/evidence/is-empty.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { later, type Instant } from '../../shared/time/instant.ts'
import { drawObserver } from '../simulator/observe/draw-observer.ts'
import { observe } from '../simulator/observe/observe.ts'
import { truthOf } from '../simulator/truth.ts'
import { drawScenario } from '../simulator/world/draw-scenario.ts'
import { runWorld } from '../simulator/world/run.ts'
import { at } from '../time/given.ts'
import { jsonOf } from './report-command.ts'
import { runWith } from './run-with.ts'

const WRITTEN = at('2026-11-01T00:00:00Z')
const idOf = (index: number) => `${String(index).repeat(8)}-0000-4000-8000-000000000000`

/** What one account saw in a simulated month, and its parts: each capture, reading, text and call goes to one installation or several. */
function seenBy(
  seed: number,
  count: number,
  share: (index: number, one: number) => boolean,
): readonly Evidence[] {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  const { evidence } = observe(world, truth, { ...drawObserver(world, truth), marked: true })
  return Array.from({ length: count }, (_, one) => {
    let index = 0
    const some = <Piece>(pieces: readonly Piece[]): readonly Piece[] =>
      pieces.filter(() => share((index += 1), one) || index % count === one)
    const captures = some(evidence.captures)
    const shown = new Set(captures.flatMap(({ recordIds }) => recordIds))
    return {
      ...NO_EVIDENCE,
      captures,
      records: evidence.records.filter(({ id }) => shown.has(id)),
      snapshots: some(evidence.snapshots),
      errors: some(evidence.errors),
      calls: some(evidence.calls),
      marks: some(evidence.marks),
    }
  })
}

const bundleOf = (evidence: Evidence, index: number, writtenAt: Instant = WRITTEN) =>
  writeBundle(evidence, {
    writtenAt,
    zone: 'unknown',
    masking: 'none',
    installation: { id: idOf(index), name: null },
  })

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 500 }),
  count: fc.integer({ min: 2, max: 6 }),
  shares: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 }),
  /** Of which of the files there is a copy, an older version, one that is cut off, and one that is empty. */
  copies: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  older: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  /** Not two alike: the same text twice is one input. */
  cut: fc.uniqueArray(
    fc.integer({ min: 30, max: 99 }).map((percent) => percent / 100),
    { maxLength: 2 },
  ),
  empty: fc.boolean(),
  shuffle: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
})

describe('the union of installations', () => {
  it('is, in any order and with any copies, what one that saw it all would have; what is left out is named', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, count, shares, copies, older, cut, empty, shuffle }) => {
        const parts = seenBy(seed, count, (index, one) => shares[index % shares.length] === one)
        const files: Record<string, string> = {}
        const name = (index: number, suffix = '') => `quotascope-${idOf(index)}${suffix}.json`
        for (const [index, part] of parts.entries()) files[name(index)] = bundleOf(part, index)
        for (const which of copies.filter((each) => each < count))
          files[name(which, ' (conflicted copy)')] = files[name(which)] ?? ''
        const rejected: string[] = []
        const spoil = (file: string, text: string) => {
          files[file] = text
          rejected.push(file)
        }
        for (const which of new Set(older.filter((each) => each < count))) {
          const earlier = { ...NO_EVIDENCE, marks: parts[which]?.marks.slice(0, -1) ?? [] }
          const text = bundleOf(earlier, which, later(WRITTEN, -1000))
          // an installation that has seen nothing yet had nothing earlier either: the same evidence twice is no older copy
          if (isEmpty(parts[which] ?? NO_EVIDENCE)) files[name(which, '.sync-conflict')] = text
          else spoil(name(which, '.sync-conflict'), text)
        }
        for (const [index, share] of cut.entries()) {
          const whole = bundleOf(parts[0] ?? NO_EVIDENCE, 9)
          spoil(name(9, `.${index}`), whole.slice(0, Math.floor(whole.length * share)))
        }
        if (empty) spoil(name(8), '')
        const words = Object.keys(files)
          .map((file) => ({ file, place: shuffle.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ file }) => file)
        const options = ['--now', '2026-12-01T00:00:00Z', '--zone', 'Europe/Berlin', '--json']
        const union = jsonOf(await runWith([...words, ...options], files))
        const whole = writeBundle(mergeEvidence(...parts), {
          writtenAt: WRITTEN,
          zone: 'unknown',
          masking: 'none',
        })
        const single = jsonOf(await runWith(['all.json', ...options], { 'all.json': whole }))
        const { installations, rejects, counts, ...said } = union
        const { rejects: none, counts: allCounts, ...expected } = single
        expect(said).toEqual(expected)
        expect({ ...counts, rejects: 0 }).toEqual({ ...allCounts, rejects: 0 })
        expect(installations?.map(({ id }) => id)).toEqual(parts.map((_, index) => idOf(index)))
        expect(none).toEqual([])
        expect(new Set(rejects.map(({ input }) => input))).toEqual(new Set(rejected))
      }),
      { numRuns: 6 },
    )
  })
})
