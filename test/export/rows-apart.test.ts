import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { partsAsWritten } from '../../shared/export/bundle/parts-as-written.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { rowsApart } from '../../shared/export/bundle/rows-apart.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { later } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import { row } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { someEvidence } from './some-evidence.ts'

const options = { writtenAt: at('2026-03-09T00:00:00Z'), zone: UTC, masking: 'none' } as const
const laidOutAnew = (text: string) => JSON.stringify(JSON.parse(text), null, 1)
const apartIn = (text: string) => rowsApart(text, partsAsWritten(text))

/** More rows than one piece holds. */
const MANY = writeBundle(
  {
    ...NO_EVIDENCE,
    records: Array.from({ length: 800 }, (_, index) => ({
      ...row('2026-03-02T10:00:00Z', { requestId: `request ${index}` }),
      when: {
        kind: 'span',
        span: { from: later(options.writtenAt, index), to: later(options.writtenAt, index + 1) },
      },
      origins: [],
    })),
  },
  options,
)

describe('a bundle that is read with its rows apart', () => {
  it('is what it is when read as a whole', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const text = writeBundle(evidence, options)
        expect(apartIn(text) !== null).toBe(mergeEvidence(evidence).records.length > 0)
        expect(readBundle(text)).toEqual(readBundle(laidOutAnew(text)))
      }),
    )
  })

  it('however many pieces they are', () => {
    expect(MANY.length).toBeGreaterThan(200_000)
    expect(apartIn(MANY)?.rows).toHaveLength(800)
    expect(readBundle(MANY)).toEqual(readBundle(laidOutAnew(MANY)))
  })

  const lines = MANY.split('\n')
  const middle = Math.floor(lines.length / 2)
  const withLine = (change: (line: string) => string, index: number) =>
    lines.map((line, each) => (each === index ? change(line) : line)).join('\n')

  it.each([
    ['a comma is missing', (line: string) => line.slice(0, -1), /not JSON/],
    ['there is one too many', (line: string) => `${line},`, /not JSON/],
    ['a line is a comma only', () => ',', /not JSON/],
    ['a line is empty', () => '', /should hold 800/],
    ['a row ends early', (line: string) => `${line.slice(0, 20)},`, /not JSON/],
    ['a row is none', () => '1,', /not valid: .*records/],
    ['a row is nested without end', () => `${'['.repeat(99)}${']'.repeat(99)},`, /nested/],
    [
      'a row has another status',
      (line: string) => line.replace('"status":null', '"status":418'),
      /were changed/,
    ],
  ])('is refused where %s, in any piece', (_, change, reason) => {
    for (const index of [4, 200, middle, lines.length - 30]) {
      const read = readBundle(withLine(change, index))
      expect(read.ok ? 'read' : read.reason).toMatch(reason)
    }
  })

  it('is what it is where a row goes over two lines, or its rows are there twice', () => {
    const broken = withLine((line) => line.replace(',"', ',\n"'), middle)
    expect(readBundle(broken)).toMatchObject({ ok: true })
    const twice = MANY.replace('"evidence":{\n', '"evidence":{\n"records":[\n1\n],\n')
    expect(apartIn(twice)).toBeNull()
    expect(readBundle(twice)).toEqual(readBundle(laidOutAnew(twice)))
  })
})
