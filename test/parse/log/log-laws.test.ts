import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOG_FORMATS } from '../../../shared/parse/log/log-formats.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import { logFixture, logFixtures, readLog, zoneOf } from './given-log.ts'

const parse = (body: string) =>
  parseInput({ at: null, via: 'file', input: 'a.log', source: null, body }, { zone: zoneOf('UTC') })

const BY_FIXTURE = logFixtures().map((name) => [name, logFixture(name)] as const)

describe.each(BY_FIXTURE)('%s', (_, text) => {
  const whole = parse(text)
  const calls = new Map(whole.evidence.calls.map((call) => [call.id, call]))
  const errors = new Map(whole.evidence.errors.map((error) => [error.id, error]))

  it('cut off anywhere gives a part of it, with no number changed', () => {
    fc.assert(
      fc.property(fc.nat(text.length), (end) => {
        const { evidence, pieces } = parse(text.slice(0, end))
        for (const call of evidence.calls) {
          const same = calls.get(call.id)
          if (!same) continue // a request whose id holds what follows it
          expect(call.when).toEqual(same.when)
          for (const name of ['durationMs', 'inputTokens', 'outputTokens'] as const)
            expect([null, same[name]]).toContain(call[name])
        }
        for (const error of evidence.errors)
          if (errors.has(error.id)) expect(error.errorClass).toBe(errors.get(error.id)?.errorClass)
        const lines = text.slice(0, end).split('\n').length - (text.slice(0, end).endsWith('\n') ? 1 : 0)
        expect(pieces.at(-1)?.toLine).toBe(Math.max(1, lines))
      }),
      { numRuns: 150 },
    )
  })

  it('with anything written into it gives evidence and rejects, never an exception', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (at, length, by) => {
          parse(text.slice(0, at) + by + text.slice(at + length))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('read twice gives the same ids, and read after itself nothing new', () => {
    const again = parse(text)
    expect(again.evidence).toEqual(whole.evidence)
  })

  it('accounts for every line', () => {
    let next = 1
    for (const { fromLine, toLine } of whole.pieces) {
      expect(fromLine).toBe(next)
      next = toLine + 1
    }
    expect(next).toBe(text.trimEnd().split('\n').length + 1)
  })
})

it('any lines give evidence and rejects, never an exception', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...BY_FIXTURE.flatMap(([, text]) => text.split('\n'))),
    fc.json({ maxDepth: 3 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      for (const format of LOG_FORMATS) readLog(format, lines.join('\n'))
    }),
    { numRuns: 200 },
  )
})

it('records of wire.jsonl may have their names in any order', () => {
  const shuffled = (value: unknown, seed: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => shuffled(item, seed))
    if (typeof value !== 'object' || value === null) return value
    const names = Object.keys(value).toSorted((a, b) => rank(a, seed) - rank(b, seed))
    return Object.fromEntries(names.map((name) => [name, shuffled(Reflect.get(value, name), seed)]))
  }
  const rank = (name: string, seed: number) =>
    name.split('').reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x85ebca6b), seed)
  const said = (text: string) => {
    const { calls, errors } = parse(text).evidence
    return { calls, errors }
  }
  const plain = (evidence: ReturnType<typeof said>) =>
    JSON.stringify(evidence).replace(/capture:\w+/g, 'capture')
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(...BY_FIXTURE.filter(([name]) => name.startsWith('wire'))),
      (seed, [, text]) => {
        const mixed = text
          .trim()
          .split('\n')
          .map((line) => JSON.stringify(shuffled(JSON.parse(line), seed)))
        expect(plain(said(mixed.join('\n')))).toBe(plain(said(text)))
      },
    ),
    { numRuns: 60 },
  )
})
