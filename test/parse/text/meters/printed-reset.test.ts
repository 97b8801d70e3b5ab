import { describe, expect, it } from 'vitest'
import { localResetSpan } from '../../../../shared/evidence/local-reset.ts'
import { readPrintedReset } from '../../../../shared/parse/text/meters/printed-reset.ts'
import { writeInstant } from '../../../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../../../shared/time/zone.ts'
import { writeWallTime } from '../../../../shared/time/wall.ts'
import { mergeEvidence } from '../../../../shared/evidence/merge.ts'
import { zoneNamed } from '../../../analyse/build.ts'
import { at } from '../../../time/given.ts'
import { paste } from '../../paste.ts'

const READ = at('2026-10-01T08:00:00Z')
const wallOf = (text: string, read: string | null, zoneName = 'unknown') => {
  const reset = readPrintedReset(text, read === null ? null : at(read), zoneNamed(zoneName))
  return reset && (reset.wall === null ? null : writeWallTime(reset.wall))
}

describe('a printed reset', () => {
  it.each([
    ['2026-10-20', '2026-10-20 00:00:00', 1440],
    ['2026/10/20', '2026-10-20 00:00:00', 1440],
    ['2026年10月20日', '2026-10-20 00:00:00', 1440],
    ['Oct 20, 2026', '2026-10-20 00:00:00', 1440],
    ['10-01 18:30', '2026-10-01 18:30:00', 1],
    ['10月5日 09:30', '2026-10-05 09:30:00', 1],
    ['October 5 at 09:30', '2026-10-05 09:30:00', 1],
    ['10-20', '2026-10-20 00:00:00', 1440],
  ])('%s, read on 1 October 2026', (text, wall, minutes) => {
    const reset = readPrintedReset(text, READ, UNKNOWN_ZONE)
    expect(reset).toMatchObject({ kind: 'local', text, length: minutes * 60_000, zone: null })
    expect(reset?.wall && writeWallTime(reset.wall)).toBe(wall)
  })

  it.each(['13-01 18:30', '02-30 10:00', '2026-02-29', '10-01 24:10', 'Foo 10', '18:30', 'tomorrow'])(
    '%s is none',
    (text) => {
      expect(readPrintedReset(text, READ, UNKNOWN_ZONE)).toBeNull()
    },
  )

  // the year is the one in which the window can end: within a month after the reading
  it.each<[string, string | null, string, string | null]>([
    ['10-01 18:30', null, 'unknown', null],
    ['01-03 09:30', '2026-12-30T08:00:00Z', 'unknown', '2027-01-03 09:30:00'],
    ['12-31 23:00', '2026-12-31T20:00:00Z', 'unknown', '2026-12-31 23:00:00'],
    ['10-01 07:59', '2026-10-01T08:00:00Z', 'UTC', null], // it has passed, and none is a year ahead
    ['10-01 08:00', '2026-10-01T08:00:00Z', 'UTC', '2026-10-01 08:00:00'],
    ['10-01', '2026-10-01T08:00:00Z', 'UTC', '2026-10-01 00:00:00'],
    ['10-01 07:59', '2026-10-01T08:00:00Z', 'unknown', '2026-10-01 07:59:00'], // not everywhere
    ['02-29 10:00', '2028-02-20T08:00:00Z', 'unknown', '2028-02-29 10:00:00'],
    ['02-29 10:00', '2026-02-20T08:00:00Z', 'unknown', null],
    ['06-01 10:00', '2026-02-20T08:00:00Z', 'unknown', null],
    ['2025-10-20', '2026-10-01T08:00:00Z', 'UTC', '2025-10-20 00:00:00'], // what is said is kept
  ])('%s, read at %s, zone %s', (text, read, zoneName, wall) => {
    expect(wallOf(text, read, zoneName)).toBe(wall)
  })

  it.each<[string, string, readonly [string, string] | null]>([
    ['2026-10-20', '+08:00', ['2026-10-19T16:00:00Z', '2026-10-20T16:00:00Z']],
    ['10-01 18:30', '+08:00', ['2026-10-01T10:30:00Z', '2026-10-01T10:31:00Z']],
    ['2026-10-25 02:30', 'Europe/Berlin', ['2026-10-25T00:30:00Z', '2026-10-25T01:31:00Z']], // told twice
    ['2026-03-29 02:30', 'Europe/Berlin', null], // never
    ['2026-10-20', 'unknown', null],
  ])('%s in %s', (text, zoneName, span) => {
    const reset = readPrintedReset(text, READ, zoneNamed(zoneName))
    const found = reset && localResetSpan(reset)
    expect(found && [writeInstant(found.from), writeInstant(found.to)]).toEqual(span)
  })
})

describe('the meters of the membership page', () => {
  const PAGE =
    '总使用量\n12.5%\n2026-10-20 后重置\n5 小时用量\n40%\n10-01 18:30 后重置\n7 天用量\n33.3%\n10-05 09:30 后重置'
  const said = (text: string, zoneName = 'unknown') =>
    paste(text, { at: READ }, zoneName).evidence.snapshots.map(({ meters }) =>
      meters.map(
        ({ window, usedPercent, reset }) =>
          `${window} ${usedPercent} ${reset?.kind === 'local' && reset.wall !== null ? writeWallTime(reset.wall) : null}`,
      ),
    )
  const RIGHT = [
    ['month 12.5 2026-10-20 00:00:00', '5h 40 2026-10-01 18:30:00', '7d 33.3 2026-10-05 09:30:00'],
  ]

  it.each([
    ['each part on its line', PAGE],
    ['on one line each', PAGE.replaceAll(/(?<=量|%)\n/g, ' ')],
    ['as the page reader hands them over', PAGE.replaceAll(/(?<=量|%)\n/g, '\t')],
    [
      'without the spaces',
      PAGE.replaceAll(' ', '').replace('10-0118', '10-01 18').replace('10-0509', '10-05 09'),
    ],
    ['with blank lines', PAGE.replaceAll('\n', '\n\n')],
    ['quoted', PAGE.replaceAll(/^/gm, '> ')],
    [
      'in English',
      'Total usage\n12.5%\nResets on 2026-10-20\n5-hour usage\n40%\nResets at 10-01 18:30\n7-day usage\n33.3%\nResets at 10-05 09:30',
    ],
    [
      'in English, with months',
      'Total usage 12.5% Resets on Oct 20, 2026\n5-hour usage 40% Resets Oct 1, 18:30\n7-day usage 33.3% Resets Oct 5 at 09:30',
    ],
  ])('%s are one reading', (_, text) => {
    expect(said(text)).toEqual(RIGHT)
    expect(paste(text).evidence.rejects).toEqual([])
  })

  it('are the same reading whether or not its zone is known, and then it is, in any order', () => {
    const [without, within] = ['unknown', '+08:00'].map((name) => paste(PAGE, { at: READ }, name).evidence)
    if (!without || !within) throw new Error('nothing was read')
    const merged = mergeEvidence(without, within)
    expect(merged).toEqual(mergeEvidence(within, without))
    expect(merged.snapshots.map(({ meters }) => meters)).toEqual(within.snapshots.map(({ meters }) => meters))
  })
})
