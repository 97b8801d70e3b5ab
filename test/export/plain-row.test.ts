import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordSchema } from '../../shared/export/bundle/record-schema.ts'
import { plainRowIn, SameTexts } from '../../shared/export/bundle/plain-row.ts'
import { partsAsWritten } from '../../shared/export/bundle/parts-as-written.ts'
import { writeBundle, writeList } from '../../shared/export/bundle/write-bundle.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { recordId } from '../../shared/evidence/kinds/usage-record.ts'
import { UTC } from '../../shared/time/zone.ts'
import { row } from '../analyse/build.ts'
import { at } from '../time/given.ts'
import { someEvidence } from './some-evidence.ts'

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const id = '0a0a0a0a-1b1b-4c4c-8d8d-0e0e0e0e0e0e'
const when = {
  kind: 'span',
  span: { from: at('2026-03-02T10:00:00Z'), to: at('2026-03-02T10:00:01Z') },
} as const
const PLAIN = { ...row('2026-03-02T10:00:00Z'), requestId: id, when }
const SOME = {
  ...PLAIN,
  id: recordId(PLAIN, 0),
  origins: [{ capture: `capture:${'0'.repeat(32)}`, at: '$' }],
}

describe('a row that is told by hand', () => {
  it('is what the schema gives', () => {
    expect(plainRowIn(written(SOME), new SameTexts())).toEqual(recordSchema.parse(written(SOME)))
    fc.assert(
      fc.property(someEvidence, ({ records }) => {
        for (const record of records) {
          const plain = plainRowIn(written(record), new SameTexts())
          if (plain) expect(JSON.stringify(plain)).toBe(JSON.stringify(recordSchema.parse(written(record))))
        }
      }),
    )
  })

  const odd = fc.oneof(
    fc.constantFrom(undefined, null, true, -0, 0.5, 8.64e15 + 1, Number.NaN, 'x'.repeat(4001), '', id, []),
    fc.constantFrom({}, { kind: 'undated' }, { from: 2, to: 1 }, [{ capture: 'capture:0', at: '' }]),
  )
  /** The paths of all members, those of origins and spans too. */
  const pathsIn = (value: unknown): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]: [string, unknown]) => [
          [name],
          ...pathsIn(each).map((path) => [name, ...path]),
        ])
      : []
  const replaced = (value: unknown, [name = '', ...path]: readonly string[], by: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const changed = Object.entries(value).map(([key, each]: [string, unknown]) =>
      key === name ? [key, path.length === 0 ? by : replaced(each, path, by)] : [key, each],
    )
    const members: Record<string, unknown> = Object.fromEntries(changed)
    return Array.isArray(value) ? Object.values(members) : members
  }

  it('is none that the schema refuses, whatever one member is', () => {
    const change = fc.record({ path: fc.constantFrom(...pathsIn(SOME), ['more']), by: odd })
    fc.assert(
      fc.property(change, ({ path, by }) => {
        const value = path[0] === 'more' ? { ...SOME, more: by } : replaced(SOME, path, by)
        const plain = plainRowIn(value, new SameTexts())
        if (plain) expect(recordSchema.safeParse(value).data).toEqual(plain)
      }),
      { numRuns: 1000 },
    )
  })

  it('has one text with the rows before it where they say the same, and no capture that is none', () => {
    const said = new SameTexts()
    const texts = [SOME, { ...SOME, userAgent: 'another' }, SOME].map((each) =>
      plainRowIn(written(each), said),
    )
    expect(texts).toEqual([SOME, { ...SOME, userAgent: 'another' }, SOME])
    const wrong = [{ capture: 'capture:0', at: '$' }]
    expect(plainRowIn({ ...SOME, origins: wrong }, said)).toBeNull()
    expect(plainRowIn({ ...SOME, requestId: null, id: 'record:0' }, said)).toBeNull()
  })

  it('is none whose id belongs to another request', () => {
    expect(plainRowIn({ ...SOME, id: `record:${'1'.repeat(32)}` }, new SameTexts())).toBeNull()
  })
})

describe('the parts of a bundle as they are written', () => {
  const options = { writtenAt: at('2026-03-09T00:00:00Z'), zone: UTC, masking: 'none' } as const

  it('are the canonical text of each', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const text = writeBundle(evidence, options)
        const parsed: unknown = JSON.parse(text)
        const parts = partsAsWritten(text)
        expect(parsed).toHaveProperty('evidence')
        for (const [name, json] of parts ?? [])
          expect(parsed).toHaveProperty(['evidence', name], JSON.parse(json))
        expect(parts?.get('records')).toBe(writeList(evidence.records))
        expect(parts?.size).toBe(Object.keys(evidence).length)
      }),
    )
  })

  it.each([
    ['laid out anew', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['cut off', (text: string) => text.slice(0, -4)],
    ['with something behind it', (text: string) => `${text} `],
    ['nothing', () => ''],
  ])('are not found where it is %s', (_, damage) => {
    expect(partsAsWritten(damage(writeBundle({ ...NO_EVIDENCE, records: [SOME] }, options)))).toBeNull()
  })
})
