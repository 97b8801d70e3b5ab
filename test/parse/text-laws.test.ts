import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CallCost } from '../../shared/evidence/kinds/call-cost.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import type { Meter, ResetReading } from '../../shared/evidence/kinds/quota-snapshot.ts'
import type { When } from '../../shared/evidence/when.ts'
import type { ParsedInput } from '../../shared/parse/parse-input.ts'
import { fixture, paste } from './paste.ts'

const FIXTURES = ['seed', 'posts', 'membership', 'usages', 'console'].flatMap((folder) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url))
    .filter((name) => !name.startsWith('README'))
    .map((name) => `${folder}/${name}`),
)
const TEXTS = FIXTURES.filter((path) => !path.endsWith('.json'))

/** Every line belongs to exactly one piece, and what was found is told by the piece that it was found in. */
function expectAccounted(text: string, { pieces, evidence }: ParsedInput): void {
  const lines = text.split(/\r\n|\n|\r/)
  const count = Math.max(1, lines.at(-1) === '' ? lines.length - 1 : lines.length)
  let next = 1
  for (const { fromLine, toLine } of pieces) {
    expect(fromLine).toBe(next)
    expect(toLine).toBeGreaterThanOrEqual(fromLine)
    next = toLine + 1
  }
  expect(next - 1).toBe(count)
  const told = pieces.reduce((sum, { counts }) => sum + counts.rejects, 0)
  expect(told).toBeGreaterThanOrEqual(evidence.rejects.length)
}

const timeOf = (when: When) =>
  when.kind === 'span' ? when.span.from : when.kind === 'local' ? when.local.wall : null

const within = (cut: ResetReading | null, whole: ResetReading | null) => {
  if (cut === null) return true
  if (cut.kind === 'at') return whole?.kind === 'at' && whole.at === cut.at
  if (cut.kind === 'local') return whole?.kind === 'local' && whole.text === cut.text
  return whole?.kind === 'in' && cut.min <= whole.min && cut.max >= whole.max
}

const sameMeter = (cut: Meter, whole: Meter) =>
  cut.usedPercent === whole.usedPercent &&
  cut.limit === whole.limit &&
  cut.used === whole.used &&
  cut.remaining === whole.remaining &&
  within(cut.reset, whole.reset)

const shareOf = ({ when, percent, below }: CallCost) => `${timeOf(when)} ${percent} ${below}`

/** Nothing in `cut` that is not in `whole`: no other time, no other number. A coarser countdown may hold a finer one. */
function expectNothingNew(cut: Evidence, whole: Evidence): void {
  const times = new Set(whole.records.map((record) => timeOf(record.when)))
  for (const record of cut.records) expect(times).toContain(timeOf(record.when))
  const meters = whole.snapshots.flatMap((snapshot) => snapshot.meters)
  for (const meter of cut.snapshots.flatMap((snapshot) => snapshot.meters))
    expect(meters.filter((other) => sameMeter(meter, other))).not.toEqual([])
  const statuses = new Set([...whole.errors.map((error) => error.status), null])
  for (const error of cut.errors) expect(statuses).toContain(error.status)
  const shares = new Set(whole.costs.map(shareOf))
  for (const cost of cut.costs) expect(shares).toContain(shareOf(cost))
}

/** Places to cut a text at: all of them where it is short, else so many, spread over it. */
const MAX_PLACES = 250
const placesIn = (text: string) => {
  const step = Math.max(1, Math.ceil(text.length / MAX_PLACES))
  return Array.from({ length: Math.ceil(text.length / step) }, (_, index) => index * step)
}

describe('a text that was cut off', () => {
  it.each(FIXTURES)('%s, at any place: no exception, no other number, every line accounted for', (path) => {
    const text = fixture(path)
    const whole = paste(text).evidence
    for (const end of placesIn(text)) {
      const head = text.slice(0, end)
      const read = paste(head)
      expectAccounted(head, read)
      expectNothingNew(read.evidence, whole)
    }
  })

  it.each(TEXTS)('%s, at any place from its beginning', (path) => {
    const text = fixture(path)
    const whole = paste(text).evidence
    for (const start of placesIn(text)) {
      const tail = text.slice(start)
      const read = paste(tail)
      expectAccounted(tail, read)
      expectNothingNew(read.evidence, whole)
    }
  })
})

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(...TEXTS.flatMap((path) => fixture(path).split('\n'))),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      '"usage": {',
      '| ',
      '\t',
      '84% left',
      '(resets in',
      '</td>',
      '\r',
      '> ',
    ),
  )

  it('made of lines of ours and of others gives evidence, rejects and prose', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\n\n', ' '),
        (lines, end) => {
          const text = lines.join(end)
          expectAccounted(text, paste(text))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = new TextDecoder().decode(bytes)
        expectAccounted(text, paste(text))
      }),
      { numRuns: 150 },
    )
  })

  it('with a piece of it put elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIXTURES), fc.nat(), fc.nat(), fc.nat(), (path, a, b, c) => {
        const text = fixture(path)
        const [from = 0, to = 0] = [a % text.length, b % text.length].toSorted((x, y) => x - y)
        const rest = text.slice(0, from) + text.slice(to)
        const moved =
          rest.slice(0, c % (rest.length + 1)) + text.slice(from, to) + rest.slice(c % (rest.length + 1))
        expectAccounted(moved, paste(moved))
      }),
      { numRuns: 150 },
    )
  })
})
