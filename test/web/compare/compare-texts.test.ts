import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { compareStretches } from '../../../shared/analyse/views/days.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { readDay } from '../../../shared/time/day.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { compareSvg, type PictureTexts } from '../../../web/pages/compare/charts/compare-svg.ts'
import { rowsOf, tableCsv, tableMarkdown, type TableWords } from '../../../web/pages/compare/compare-texts.ts'
import { differenceRows } from '../../../web/pages/compare/tables/difference-rows.ts'
import { evidenceWith, page, row, zoneNamed } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'

const DAYS = ['2026-06-01', '2026-06-02', '2026-06-03'].flatMap((text) => readDay(text) ?? [])

/** The first day wholly seen with three rows, the second half seen with one, the third not seen. */
function compared() {
  const evidence = evidenceWith(
    page(
      [
        row('2026-05-31T23:59:00Z'),
        row('2026-06-01T09:00:00Z'),
        row('2026-06-01T10:00:00Z'),
        row('2026-06-01T11:00:00Z'),
      ],
      at('2026-06-02T00:10:00Z'),
    ),
    page([row('2026-06-02T12:00:00Z')], at('2026-06-02T23:00:00Z')),
  )
  const zone = zoneNamed('UTC')
  const analysis = analyse(evidence, { now: at('2026-06-05T00:00:00Z'), zone, rules: DEFAULT_RULES })
  const days = DAYS.map((each) => ({ kind: 'day', day: each }) as const)
  return compareStretches(analysis, days, { zone })
}

const words: TableWords = {
  metric: (metric) => metric,
  unknown: 'not observed',
  unsure: (change) => `${change}, unsure`,
}

describe('the table', () => {
  const rows = rowsOf(differenceRows(compared(), wordingFor('en'), 'some'), words)

  it('never calls a half observed day quieter, and an unseen one not zero', () => {
    expect(rows.find(([metric]) => metric === 'requests')).toEqual([
      'requests',
      '3',
      '1 (−2, unsure)',
      'not observed',
    ])
    expect(rows.find(([metric]) => metric === 'blockedMs')?.at(-1)).toBe('not observed')
  })

  it('leaves out quotas that nobody read', () => {
    expect(rows.map(([metric]) => metric)).toEqual(['requests', 'failures', 'blockedMs', 'bursts'])
  })

  it('is copied as Markdown, in which a pipe ends no cell', () => {
    const table = { title: 'T', head: ['a|b', 'c'], rows: [['x', '1\n2']], notes: ['Zone: UTC'] }
    expect(tableMarkdown(table)).toBe('**T**\n\n| a\\|b | c |\n| :-- | --: |\n| x | 1 2 |\n\nZone: UTC\n')
  })

  it('is copied as CSV, in which nothing is a formula', () => {
    const table = { title: 'T', head: ['a', 'b'], rows: [['=1+1', '−2, unsure']], notes: ['Zone: +01:00'] }
    expect(tableCsv(table)).toBe('a,b\r\n\'=1+1,"−2, unsure"\r\nZone: +01:00\r\n')
  })
})

describe('the picture', () => {
  const texts: PictureTexts = {
    title: 'Requests <script>',
    zone: 'Zone: UTC',
    made: 'made',
    panelsTitle: 'By the hour',
    unseen: 'not observed',
    blocked: 'time blocked',
    names: ['1 June', '2 June', '3 June'],
    figures: ['3 requests, 100 % observed', '1 request, 46 % observed', 'not observed'],
    hourName: (hour) => `${hour}:00`,
  }
  const svg = compareSvg(compared().days, texts)

  it.each(['Zone: UTC', '1 request, 46 % observed', 'not observed', '3 June'])('says %s', (said) => {
    expect(svg).toContain(said)
  })

  it('is the same for the same input, and holds no markup of its texts', () => {
    expect(compareSvg(compared().days, texts)).toBe(svg)
    expect(svg).not.toContain('<script')
    expect(svg).not.toMatch(/NaN|undefined|null/)
  })

  it('lifts the line where nobody looked', () => {
    const lines = svg
      .split('\n')
      .filter((line) => line.startsWith('<path d="M') && line.includes('fill="none"'))
    expect(lines).toHaveLength(2) // the third day has nothing to draw
  })
})
