import { describe, expect, it } from 'vitest'
import { mergeEvidence } from '../../../../shared/evidence/merge.ts'
import { wallTime, writeWallTime } from '../../../../shared/time/wall.ts'
import { counts, fixture, outline, paste } from '../../paste.ts'
import { english } from '../../english.ts'

const NOTHING = { records: 0, snapshots: 0, errors: 0, rejects: 0 }

/** `09:08 Kimi Code 0.14, line 1` for each; the time in UTC where a zone is named. */
const said = (text: string, inZone?: string) =>
  paste(text, {}, inZone).evidence.costs.map(({ when, product, percent, below, origins }) => {
    const ms = when.kind === 'span' ? when.span.from : when.kind === 'local' ? when.local.wall : 0
    const places = origins.map(({ at }) => at).join(' ')
    return `${writeWallTime(wallTime(ms)).slice(0, 16)} ${product} ${below ? '<' : ''}${percent}, ${places}`
  })

describe('the list of the membership page', () => {
  it.each([
    ['by tabs', 'Kimi Code 2026-07-22 09:08\t0.14%\nKimi Code 2026-07-22 09:07\t0.02%', '1-2', 2],
    ['by spaces', 'Kimi Code 2026-07-22 09:08 0.14%\nKimi Code 2026-07-22 09:07 0.02%', '1-2', 2],
    [
      'as a table',
      '| Kimi Code 2026-07-22 09:08 | 0.14% |\n| Kimi Code 2026-07-22 09:07 | 0.02% |',
      '1-2',
      2,
    ],
    ['by cells', 'Kimi Code\t2026-07-22 09:08\t0.14%\nKimi Code\t2026-07-22 09:07\t0.02%', '1-2', 2],
    ['on two lines', 'Kimi Code 2026-07-22 09:08\n0.14%\n\nKimi Code 2026-07-22 09:07\n\n0.02%', '1-6', 4],
    ['on three lines', 'Kimi Code\n2026-07-22 09:08\n0.14%\nKimi Code\n2026-07-22 09:07\n0.02%', '1-6', 4],
    ['oldest last', 'Kimi Code 2026/7/22 9:08 0.14％\r\nKimi Code 2026/7/22 9:07 0.02％', '1-2', 2],
  ])('%s', (_, text, lines, second) => {
    const read = paste(text)
    expect(outline(read)).toEqual([`${lines} membership_text`])
    expect(counts(read)).toEqual(NOTHING)
    expect(said(text).toSorted()).toEqual([
      `2026-07-22 09:07 Kimi Code 0.02, line ${second}`,
      '2026-07-22 09:08 Kimi Code 0.14, line 1',
    ])
  })

  it.each([
    ['txt', ['1-2 prose', '3-17 membership_text'], 5],
    ['html', ['1-1 prose', '2-4 membership_text'], 2],
  ])('as a fixture of the page, %s', (kind, lines, number) => {
    const read = paste(fixture(`membership/usage-detail-2026-07.${kind}`))
    expect(outline(read)).toEqual(lines)
    expect(read.evidence.costs).toHaveLength(number)
  })

  it('keeps equal calls of one minute apart, and joins overlapping copies to the larger number of each', () => {
    const row = 'Kimi Code 2026-07-22 09:08\t0.14%'
    const other = 'Kimi Code 2026-07-22 09:07\t0.14%'
    const [twice, thrice] = [`${row}\n${row}\n${other}`, `${row}\n${row}\n${row}`].map(
      (text) => paste(text).evidence,
    )
    expect(twice?.costs).toHaveLength(3)
    expect(twice && thrice && mergeEvidence(twice, thrice).costs).toHaveLength(4)
    expect(twice && mergeEvidence(twice, twice).costs).toEqual(twice?.costs)
  })

  it('is the same with a zone and without: a copy in a zone that is known dates the other', () => {
    const row = 'Kimi Code 2026-07-22 09:08 0.14%'
    const [local, dated] = [paste(row).evidence, paste(row, {}, '+08:00').evidence]
    const { costs } = mergeEvidence(local, dated)
    expect(costs).toMatchObject([{ when: { kind: 'span', span: { to: Date.UTC(2026, 6, 22, 1, 9) } } }])
    expect(said(row, '+08:00')).toEqual(['2026-07-22 01:08 Kimi Code 0.14, line 1'])
  })

  it('says how exact a share is, and that <0.01% is a bound', () => {
    const { costs } = paste('Kimi Code 2026-07-22 09:08 <0.01%\nKimi Code 2026-07-22 09:07 2%').evidence
    expect(
      new Set(costs.map(({ percent, below, resolution }) => [percent, below, resolution].join())),
    ).toEqual(new Set(['0.01,true,0.01', '2,false,1']))
  })

  it.each([
    ['half a row at the end', 'Kimi Code 2026-07-22 09:0', 'half a row: its percentage is missing'],
    ['a share that was not copied', 'Kimi Code 2026-07-22 09:06', 'half a row: its percentage is missing'],
    ['no such time', 'Kimi Code 2026-07-22 25:06 0.1%', 'there is no such time: 2026-07-22 25:06'],
    ['more than all', 'Kimi Code 2026-07-22 09:06 140%', 'no call takes 140 % of the pool'],
  ])('refuses %s', (_, line, reason) => {
    const read = paste(`Kimi Code 2026-07-22 09:08 0.14%\n${line}`)
    expect(read.evidence.costs).toHaveLength(1)
    expect(read.evidence.rejects.map((reject) => [reject.line, english(reject)])).toEqual([[2, reason]])
    expect(outline(read)).toEqual(['1-2 membership_text'])
  })

  it.each([
    'On 2026-07-22 09:08 it was 5% or so',
    'My weekly meter 2026-07-22 09:08 5%\nMy weekly meter 2026-07-22 10:08 7%',
    'Kimi Code 2026-07-22 09:08',
    'Kimi Code 2026-07-22 25:08 0.14%',
    '0.14%',
  ])('prose: %s', (text) => {
    expect(paste(text).evidence).toMatchObject({ costs: [], rejects: [] })
    expect(outline(paste(text))).toEqual([`1-${text.split('\n').length} prose`])
  })

  it('other products of the pool stand in the same list', () => {
    const text = 'Kimi Code 2026-07-22 09:08 0.14%\nDeep Research 2026-07-22 09:07 1.2%'
    expect(said(text).toSorted()).toEqual([
      '2026-07-22 09:07 Deep Research 1.2, line 2',
      '2026-07-22 09:08 Kimi Code 0.14, line 1',
    ])
  })
})
