import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// The week reads full from 10:00 on, and ends on the 8th.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const RESET = '2026-06-08T00:00:00Z'
const full = ['10:00', '13:00', '22:00'].map((clock) => snapshot(today(clock), [meter('7d', 100, RESET)]))
const served = row(today('09:55'))

/** `11:00 403 11:10 failed`: rows that were refused with a status, or with none that is shown. */
function refused(text: string): Partial<Evidence> {
  const words = text.split(' ')
  const rows = words.flatMap((clock, index) => {
    if (index % 2 === 1) return []
    const status = words[index + 1] === 'failed' ? null : Number(words[index + 1])
    return [row(today(clock), { outcome: 'failure', status, statusText: null })]
  })
  return page([served, ...rows], at(today('23:00')))
}

const lastPart = (...parts: readonly Partial<Evidence>[]) => lastPartOf({ snapshots: full }, ...parts)

const lastPartOf = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), {
    now: at('2026-06-03T00:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
    .incidents.at(-1)
    ?.parts.at(-1)

const verdictOn7d = (...parts: readonly Partial<Evidence>[]) =>
  lastPart(...parts)?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict

describe('the first refusals that a full meter met', () => {
  it.each([
    ['at once', '10:02 403 10:05 403', 'supported'],
    ['after as long as nobody need have asked', '10:15 403 10:20 403', 'supported'],
    ['later: what it refused before may not be listed', '10:16 403 10:20 403', 'consistent'],
    ['later, with no status shown', '11:00 failed 11:05 failed', 'consistent'],
    ['later, in a history that lists 429 as well', '11:00 429 11:05 429', 'supported'],
    ['at once, and again later', '10:02 403 11:00 403 12:00 403', 'supported'],
    ['before it was read, and again later', '09:58 403 11:00 403 12:00 403', 'supported'],
    ['at once, and half a day later, in an incident of its own', '10:02 403 21:00 403', 'supported'],
    ['at once, and half a day later with another status', '10:02 403 21:00 429 21:05 429', 'consistent'],
  ])('%s', (_, rows, verdict) => {
    expect(verdictOn7d(refused(rows))).toBe(verdict)
  })

  it('later, by a text, which a log keeps of every refusal', () => {
    const errors = ['11:00', '11:05'].map((clock) => refusal('other', today(clock), { status: 403 }))
    expect(verdictOn7d(refused('11:00 403 11:05 403'), { errors })).toBe('supported')
  })

  it('before it was read full, by a text that names it with another status', () => {
    const rows = refused('12:00 429 12:30 403 12:45 403 13:05 403')
    const errors = [refusal('window_7d', today('12:00'), { status: 429 })]
    const late = { snapshots: [snapshot(today('13:00'), [meter('7d', 100, RESET)])] }
    const verdict = (...more: readonly Partial<Evidence>[]) =>
      lastPartOf(late, rows, ...more)?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict
    expect(verdict()).toBe('supported')
    expect(verdict({ errors })).toBe('consistent')
  })

  it.each([
    [
      '403, then 429 with the full reading',
      '12:00 403 12:10 403 12:30 429 12:45 429 13:05 429',
      'consistent',
    ],
    ['429, then 403', '12:00 429 12:10 429 12:30 403 12:45 403 13:05 403', 'supported'],
    ['no status, then 429', '12:00 failed 12:10 failed 12:30 429 12:45 429 13:05 429', 'supported'],
  ])('before it was read full: %s', (_, rows, verdict) => {
    const late = { snapshots: [snapshot(today('13:00'), [meter('7d', 100, RESET)])] }
    const judged = lastPartOf(late, refused(rows))
    expect(judged?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict).toBe(verdict)
  })

  it('are not told by one of another status in between', () => {
    const rows = '10:02 403 10:30 403 10:40 429 10:50 403 11:30 403 12:00 429 12:20 429 12:40 429'
    expect(lastPart(refused(rows))?.leading).toBe('unknown')
    expect(lastPart(refused(rows.slice(0, rows.indexOf(' 12:00'))))?.leading).toBe('quota_7d')
  })
})
