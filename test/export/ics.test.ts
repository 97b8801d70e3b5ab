import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { foldLine, writeIcs } from '../../shared/export/ics.ts'
import { seedEvidence, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const calendarIn = (zone: string, language: 'en' | 'zh' = 'en') =>
  writeIcs(
    reportFrom(seedEvidence(zone), {
      now: at('2026-03-09T00:00:00Z'),
      zone: zoneNamed(zone),
      rules: DEFAULT_RULES,
    }),
    { language },
  )

const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('the calendar', () => {
  it('holds the block of 2 March in UTC', () => {
    const lines = unfolded(calendarIn('+01:00'))
    const start = lines.indexOf('DTSTART:20260302T151857Z')
    expect(lines.slice(start, start + 3)).toEqual([
      'DTSTART:20260302T151857Z',
      'DTEND:20260302T162228Z',
      'SUMMARY:Blocked (suspected): not known',
    ])
  })

  it('holds resets as moments, each once', () => {
    const lines = unfolded(calendarIn('+01:00'))
    expect(lines).toContain('DTSTART:20260308T092045Z')
    const uids = lines.filter((line) => line.startsWith('UID:'))
    expect(new Set(uids).size).toBe(uids.length)
  })

  it('leaves out what has no instants', () => {
    expect(calendarIn('unknown')).not.toContain('Blocked')
  })

  it('is well-formed: CRLF, events opened and closed', () => {
    const text = calendarIn('+02:00', 'zh')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(text.match(/END:VEVENT/g)?.length)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
  })
})

it('lines are at most 75 bytes long and read back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const folded = foldLine(line)
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
      expect(folded.split('\r\n').every((part) => Buffer.byteLength(part) <= 75)).toBe(true)
    }),
  )
})
