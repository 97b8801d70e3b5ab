import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/analyse/report.ts'
import { span } from '../../../shared/time/span.ts'
import { readWallTime, type WallTime } from '../../../shared/time/wall.ts'
import { filterIncidents } from '../../../web/data/questions/incidents/filter-incidents.ts'
import type { Filter } from '../../../web/state/place.ts'
import { zoneNamed } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'

const wall = (text: string): WallTime => {
  const read = readWallTime(text)
  if (read === null) throw new Error(`not a time: ${text}`)
  return read
}

const incident = (
  id: string,
  block: Partial<Incident['block']>,
  leading: Incident['leading'] = 'unknown',
): Incident => ({
  id,
  leading,
  verdicts: [],
  parts: [],
  missing: [],
  coverage: { observed: [], holes: [] },
  block: { grade: 'error_text', span: null, local: null, within: false, open: false, refs: [], ...block },
})

/** a: late on 2 March in UTC (3 March in Berlin); b: on the wall clock; c: over the night to 6 March; d: undated. */
const ALL = [
  incident('a', { span: span(at('2026-03-02T23:10:00Z'), at('2026-03-02T23:40:00Z')) }, 'quota_5h'),
  incident('b', {
    grade: 'suspected',
    local: { from: wall('2026-03-04 08:00'), to: wall('2026-03-04 09:00') },
  }),
  incident('c', { grade: 'failed_rows', span: span(at('2026-03-05T22:00:00Z'), at('2026-03-06T01:00:00Z')) }),
  incident('d', { grade: 'marked' }, 'platform'),
]

const TEXTS: Readonly<Record<string, { readonly words: string[]; readonly tags: string[] }>> = {
  a: {
    words: ['Refused 23:10–23:40 (error text)', 'Support says: it was the 5 h window'],
    tags: ['support'],
  },
  b: { words: ['Suspected 08:00–09:00'], tags: ['subagents', 'support'] },
}

const left = (filter: Filter, zone = 'unknown') =>
  filterIncidents(ALL, filter, zoneNamed(zone), ({ id }) => TEXTS[id] ?? { words: [], tags: [] })
    .map(({ id }) => id)
    .join('')

describe('a filter leaves', () => {
  it.each<[Filter, string]>([
    [{}, 'abcd'],
    [{ grade: 'suspected' }, 'b'],
    [{ cause: 'quota_5h' }, 'a'],
    [{ cause: 'unknown' }, 'bc'],
    [{ grade: 'marked', cause: 'platform' }, 'd'],
    [{ tag: 'support' }, 'ab'],
    [{ tag: 'suppo' }, ''],
    [{ text: 'SUPPORT' }, 'ab'],
    [{ text: 'suspected support' }, 'b'],
    [{ text: '"5 h window" 23:10' }, 'a'],
    [{ text: '"window 5 h"' }, ''],
    [{ text: '   ' }, 'abcd'],
    [{ grade: 'nonsense', cause: '5h', from: '2026-02-30' }, 'abcd'],
  ])('%j: %s', (filter, expected) => {
    expect(left(filter)).toBe(expected)
  })

  it.each<[Filter, string, string]>([
    [{ from: '2026-03-03' }, 'unknown', 'bc'],
    [{ from: '2026-03-03' }, 'Europe/Berlin', 'abc'],
    [{ to: '2026-03-02' }, 'unknown', 'a'],
    [{ to: '2026-03-02' }, 'Europe/Berlin', ''],
    [{ from: '2026-03-06', to: '2026-03-06' }, 'unknown', 'c'],
    [{ from: '2026-03-04', to: '2026-03-04' }, 'unknown', 'b'],
    [{ from: '2026-03-07' }, 'unknown', ''],
  ])('days %j in zone %s: %s', (filter, zone, expected) => {
    expect(left(filter, zone)).toBe(expected)
  })
})
