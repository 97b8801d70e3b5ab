import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { instant, writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

/** `12:00 ok` `12:01 x` (refused) `12:02 400` (a fault of the request): one row each. */
function rows(text: string): readonly UsageRecord[] {
  return text.split('·').map((entry) => {
    const [clock = '', outcome = 'ok'] = entry.trim().split(' ')
    const time = `2026-06-02T${clock.length === 5 ? `${clock}:00` : clock}Z`
    if (outcome === 'ok') return row(time)
    return row(time, { outcome: 'failure', status: outcome === 'x' ? 429 : Number(outcome) })
  })
}

const reportOn = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), {
    now: at('2026-06-03T12:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })

const blocksOf = (...parts: readonly Partial<Evidence>[]) =>
  reportOn(...parts).incidents.map(({ block }) =>
    block.span
      ? [block.span.from, block.span.to].map((edge) => writeInstant(edge).slice(11, 16)).join('–')
      : 'no span',
  )

describe('blocked windows out of refusals', () => {
  it.each([
    ['11:00 ok · 12:00 x · 12:30 x · 13:00 ok', ['12:00–13:00']],
    ['12:00 x · 12:01 ok · 12:02 x · 12:30 ok', ['12:00–12:30']], // mixed: the success is within two minutes
    ['12:00 x · 12:01 ok · 12:10 x · 12:30 ok', ['12:00–12:01', '12:10–12:30']],
    ['02:00 x · 08:01 x · 09:00 ok', ['02:00–02:00', '08:01–09:00']], // nobody tried for six hours
    ['11:00 ok · 12:00 400 · 13:00 ok', []], // the request was at fault, not a limit
    ['11:00 ok · 18:00 ok', []], // silence alone is idleness
  ])('%s', (text, blocks) => {
    expect(blocksOf(page(rows(text)))).toEqual(blocks)
  })

  it('is one block although a client retried fifty times in it', () => {
    const retries = Array.from({ length: 50 }, (_, n) =>
      refusal('rate_or_concurrency', `2026-06-02T12:00:${String(n).padStart(2, '0')}Z`),
    )
    expect(blocksOf(page(rows('11:00 ok · 12:10 ok')), { errors: retries })).toEqual(['12:00–12:10'])
  })

  it.each<[string, ErrorClass, number | null, string, string]>([
    ['a fault lasts no longer than somebody asks', 'service', 503, '12:16', '12:00–12:00'],
    ['nor does an overload', 'overloaded', null, '12:16', '12:00–12:00'],
    ['nor too many at once', 'concurrency', null, '12:16', '12:00–12:00'],
    ['nor another text with a 5xx', 'other', 502, '12:16', '12:00–12:00'],
    ['within a quarter of an hour it is taken to have', 'service', 503, '12:15', '12:00–12:15'],
    ['a quota holds whether or not anybody asks', 'window_5h', null, '14:00', '12:00–14:00'],
    ['a text that may be of a limit may hold', 'rate_or_concurrency', null, '14:00', '12:00–14:00'],
    ['an account does', 'auth', 401, '14:00', '12:00–14:00'],
  ])('%s', (_, errorClass, status, back, block) => {
    const errors = [refusal(errorClass, '2026-06-02T12:00:00Z', { status })]
    expect(blocksOf(page(rows(`11:00 ok · ${back} ok`)), { errors })).toEqual([block])
  })

  it('of faults among others lasts as the others do', () => {
    expect(blocksOf(page(rows('11:00 ok · 12:00 503 · 12:10 503 · 14:00 ok')))).toEqual(['12:00–12:10'])
    expect(blocksOf(page(rows('11:00 ok · 12:00 x · 12:10 503 · 14:00 ok')))).toEqual(['12:00–14:00'])
  })

  it('is open while no success has been seen since', () => {
    const [incident] = reportOn(page(rows('11:00 ok · 12:00 x'))).incidents
    expect(incident?.block.open).toBe(true)
  })
})

describe('an undated refusal', () => {
  const undated = { errors: [refusal('rate_or_concurrency', null)] }

  it('points at the only silence there is', () => {
    expect(blocksOf(page(rows('10:00 ok · 11:00 ok · 11:05 ok')), undated)).toEqual(['10:00–11:00'])
  })

  it('points at none of several, and says so', () => {
    const several = page(rows('10:00 ok · 11:00 ok · 12:00 ok'))
    expect(blocksOf(several, undated)).toEqual([])
    expect(reportOn(several, undated).findings.map(({ kind }) => kind)).toContain('undated_error')
  })

  it.each([
    ['shorter than 15 minutes', '10:00 ok · 10:14 ok'],
    ['longer than 6 hours', '03:00 ok · 09:01 ok'],
  ])('does not point at a silence %s', (_, text) => {
    expect(blocksOf(page(rows(text)), undated)).toEqual([])
  })

  it.each([
    ['with its meter low', [meter('5h', 3, '2026-06-02T15:00:00Z')], 'undecidable'],
    [
      'with its window reset long before service was back',
      [meter('5h', 3, '2026-06-02T15:20:00Z')],
      'undecidable',
    ],
    ['with no reading', [], 'consistent'],
  ] as const)('that names a limit keeps it from being ruled out in the silence, %s', (_, meters, verdict) => {
    const named = {
      errors: [refusal('window_5h', null)],
      snapshots: [snapshot('2026-06-02T11:30:00Z', meters)],
    }
    const { incidents, findings } = reportOn(page(rows('10:00 ok · 11:00 ok · 11:05 ok')), named)
    expect(incidents.map(({ verdicts }) => verdicts[0]?.verdict)).toEqual([verdict])
    // it may be of another time: then meter and text do not disagree
    expect(findings.map(({ kind }) => kind)).not.toContain('text_and_meter_disagree')
  })

  it('does not point into a hole of the coverage', () => {
    expect(blocksOf(page(rows('10:00 ok · 10:05 ok')), page(rows('11:00 ok · 11:05 ok')), undated)).toEqual(
      [],
    )
  })
})

describe('coverage', () => {
  it('joins pages that overlap and names the hole where they do not', () => {
    const first = page(rows('10:00 ok · 10:30 ok'), at('2026-06-02T10:40:00Z'))
    const second = page(rows('10:20 ok · 11:00 ok'), at('2026-06-02T11:10:00Z'))
    const third = page(rows('12:00 ok · 12:30 ok'), at('2026-06-02T12:40:00Z'))
    const text = (span: { from: number; to: number }) =>
      [span.from, span.to].map((edge) => writeInstant(instant(edge)).slice(11, 16)).join('–')
    const { coverage } = reportOn(first, second, third)
    // a capture shows what happened up to two minutes before it: later calls may not have ended yet
    expect(coverage.observed.map(text)).toEqual(['10:00–11:08', '12:00–12:38'])
    expect(coverage.holes.map(text)).toEqual(['11:08–12:00'])
  })
})
