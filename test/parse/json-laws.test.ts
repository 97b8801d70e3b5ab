import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { JSON_SOURCES, recogniseJson } from '../../shared/parse/json/json-sources.ts'
import { scrubBody } from '../../shared/parse/scrub/scrub.ts'
import { at } from '../time/given.ts'
import { shuffleNames, spoiltBody } from './arbitrary-bodies.ts'
import { contextAt, evidenceOf, jsonFixtures, parseJsonValue, readFixture, wholePiece } from './given-json.ts'

const CONTEXT = contextAt('2026-03-07T16:00:00Z')
const parse = (value: unknown) => {
  const found = recogniseJson(value)
  return found && evidenceOf(found.source.parse(wholePiece(value), CONTEXT))
}

describe('no value is too odd', () => {
  it('any JSON value, given to any parser, gives evidence or rejects', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...JSON_SOURCES), (value, source) => {
        expect(() => source.parse(wholePiece(value), CONTEXT)).not.toThrow()
      }),
    )
  })

  it('a body of ours with odd values in it gives evidence or rejects', () => {
    fc.assert(
      fc.property(spoiltBody, fc.constantFrom(...JSON_SOURCES), (value, source) => {
        expect(() => parse(value)).not.toThrow()
        expect(() => source.parse(wholePiece(value), CONTEXT)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['objects', '{"usage":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
    ['a usage', `{"usage":{"limit":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
    [
      'a part of the wrong kind',
      `{"usage":{"limit":100},"limits":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
    ],
  ])('%s nested fifty thousand deep', (_, json) => {
    const value: unknown = JSON.parse(json)
    expect(() => parse(value)).not.toThrow()
    for (const source of JSON_SOURCES) expect(() => source.parse(wholePiece(value), CONTEXT)).not.toThrow()
    expect(() => scrubBody(json, 'usages')).not.toThrow()
  })

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length'])(
    'a field named %s',
    (name) => {
      for (const path of jsonFixtures()) {
        const value: unknown = JSON.parse(readFixture(path).replace('{', `{"${name}":{"limit":100},`))
        const { unknownFields } = parseJsonValue(JSON.parse(readFixture(path)))
        expect({ ...parseJsonValue(value), unknownFields }).toEqual(
          parseJsonValue(JSON.parse(readFixture(path))),
        )
        if (!path.includes('local'))
          expect(parseJsonValue(value).unknownFields.map((field) => field.path)).toContain(name)
      }
    },
  )
})

describe('numbers', () => {
  it('every number in evidence stands in the body', () => {
    fc.assert(
      fc.property(spoiltBody, (value) => {
        const written = new Set(numbersIn(value))
        for (const { meters } of parse(value)?.snapshots ?? [])
          for (const { limit, used, remaining } of meters)
            for (const number of [limit, used, remaining])
              expect(number === null || written.has(number)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('a share is a number or has a reason', () => {
    fc.assert(
      fc.property(spoiltBody, (value) => {
        for (const { meters } of parse(value)?.snapshots ?? [])
          for (const { usedPercent, missing } of meters)
            expect(
              usedPercent === null ? missing.length > 0 : Number.isFinite(usedPercent) && usedPercent >= 0,
            ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the same evidence comes', () => {
  it('from names in any order', () => {
    fc.assert(
      fc.property(spoiltBody, fc.nat(), (value, seed) => {
        expect(withoutExcerpts(parse(shuffleNames(value, seed)))).toEqual(withoutExcerpts(parse(value)))
      }),
      { numRuns: 300 },
    )
  })

  it('from a body that was scrubbed', () => {
    fc.assert(
      fc.property(spoiltBody, (value) => {
        // the excerpt of a reject shows what was dropped as dropped
        const scrubbed: unknown = JSON.parse(scrubBody(JSON.stringify(value), 'usages').body)
        expect(withoutExcerpts(parse(scrubbed))).toEqual(withoutExcerpts(parse(value)))
      }),
      { numRuns: 300, examples: [[{ code: 'resource_exhausted', details: [{ '\\0-\\*': 1 }] }]] },
    )
  })

  it('out of a bundle', () => {
    const options = {
      writtenAt: CONTEXT.at ?? at('2026-03-07T16:00:00Z'),
      zone: 'unknown',
      masking: 'none',
    } as const
    fc.assert(
      fc.property(spoiltBody, (value) => {
        const evidence = mergeEvidence(parse(value) ?? NO_EVIDENCE)
        expect(readBundle(writeBundle(evidence, options))).toMatchObject({ ok: true, evidence })
      }),
      { numRuns: 150 },
    )
  })

  it('from a body read twice', () => {
    for (const path of jsonFixtures()) {
      const evidence = parseJsonValue(JSON.parse(readFixture(path)))
      expect(mergeEvidence(evidence, evidence)).toEqual(mergeEvidence(evidence))
    }
  })
})

/** Excerpts show the beginning of what was refused, as it was written. */
const withoutExcerpts = (evidence: ReturnType<typeof parse>) =>
  evidence && { ...evidence, rejects: evidence.rejects.map((reject) => ({ ...reject, excerpt: '' })) }

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value === 'string') return [Number(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
