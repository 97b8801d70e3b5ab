import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../../shared/time/span.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { wordingFor } from '../../shared/wording/wording.ts'
import { at, zone } from '../time/given.ts'
import { fact, FACT_VALUES } from './samples.ts'

const en = wordingFor('en')
const zh = wordingFor('zh')

const wall = (text: string) => {
  const read = readWallTime(text)
  if (read === null) throw new Error(`not a wall time: ${text}`)
  return read
}

describe('facts', () => {
  it('say the reading, its time in the zone, and what follows', () => {
    const low = fact('low_meter', FACT_VALUES.low_meter)
    expect(en.fact(low, 'unknown')).toBe(
      'The 5-hour meter read 2 % used at a reading taken 2026-03-07 10:20:45–15:20:45 +00:00, after the time in question ' +
        'and in the same window; a meter only rises inside one window, so this quota was not used up.',
    )
    expect(en.fact(low, zone('Asia/Shanghai'))).toContain('2026-03-07 18:20:45–23:20:45 +08:00')
    expect(zh.fact(low, zone('+01:00'))).toBe(
      '2026-03-07 11:20:45–16:20:45 +01:00 的读数：5 小时额度已用 2%，晚于所涉时间且在同一窗口内；' +
        '同一窗口内用量只增不减，所以这项额度当时没有用完。',
    )
  })

  it('keep wall times as the clock showed them, and say that no zone is known', () => {
    const premise = fact('premise_refused_throughout', {
      from: { unit: 'wall', value: wall('2026/03/02 16:18:57') },
      to: { unit: 'wall', value: wall('2026/03/02 17:22:28') },
    })
    expect(en.fact(premise, 'unknown')).toContain('2026-03-02 16:18:57–17:22:28 (local time, zone not known)')
  })

  it('add the status where there is one', () => {
    const named = fact('text_names_cause', {
      ...FACT_VALUES.text_names_cause,
      status: { unit: 'count', value: 403 },
    })
    expect(en.fact(named, 'unknown')).toMatch(/\(HTTP 403\)$/)
  })

  it('print texts from outside as they are, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('{{used}}', '$t(label.zone)', '<b>&amp;', '{{- message}}')),
        (message) => {
          const text = en.fact(
            fact('platform_error', { message: { unit: 'text', value: message } }),
            'unknown',
          )
          expect(text).toBe(`The service itself reported a fault or an overload: “${message}”`)
        },
      ),
    )
  })

  it('never print a placeholder: a missing value is an error', () => {
    expect(() => en.fact(fact('low_meter', {}), 'unknown')).toThrow(/no value/)
  })
})

describe('spans of time', () => {
  it.each([
    ['2026-03-02T15:18:57Z', '2026-03-02T16:22:28Z', '+01:00', '2026-03-02 16:18:57–17:22:28 +01:00'],
    [
      '2026-03-02T22:18:57Z',
      '2026-03-02T23:22:28Z',
      '+01:00',
      '2026-03-02 23:18:57 – 2026-03-03 00:22:28 +01:00',
    ],
    ['2026-03-02T15:18:57Z', '2026-03-02T15:18:58Z', 'UTC', '2026-03-02 15:18:57 +00:00'],
    // clocks put forward in between: both offsets are named
    [
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
      'Europe/Berlin',
      '2026-03-29 01:30:00 +01:00 – 2026-03-29 03:30:00 +02:00',
    ],
  ])('%s to %s in %s', (from, to, name, text) => {
    expect(en.span(span(at(from), at(to)), zone(name))).toBe(text)
  })
})

describe('amounts', () => {
  it.each([
    [2, '2 %', '2%'],
    [46.894, '46.89 %', '46.89%'],
    [0.1 + 0.2, '0.3 %', '0.3%'],
  ])('%d percent', (value, english, chinese) => {
    expect([en.percent(value), zh.percent(value)]).toEqual([english, chinese])
  })
})
