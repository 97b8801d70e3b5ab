import { describe, expect, it } from 'vitest'
import type { Meter } from '../../../../shared/evidence/kinds/quota-snapshot.ts'
import { at } from '../../../time/given.ts'
import { fixture, paste } from '../../paste.ts'

const SEED = fixture('seed/cli-panel.txt')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const panelsIn = (text: string) =>
  paste(text).evidence.snapshots.filter(({ source }) => source === 'quota_panel')
const snapshotIds = (text: string) => panelsIn(text).map(({ id }) => id)

function only(text: string): Meter {
  const { snapshots, rejects } = paste(text).evidence
  expect(rejects).toEqual([])
  expect(snapshots.flatMap(({ meters }) => meters)).toHaveLength(1)
  const meter = snapshots[0]?.meters[0]
  if (!meter) throw new Error('no meter')
  return meter
}

describe('a line of the panel', () => {
  it.each([
    [
      'Weekly limit ━━━╺━━━━ 84% left (resets in 5d 16h 43m)',
      '7d',
      16,
      5 * DAY + 16 * HOUR + 43 * MINUTE,
      MINUTE,
    ],
    ['│ 5h limit ━━━━━━━━━━ 100% left (resets in 3h 43m) │', '5h', 0, 3 * HOUR + 43 * MINUTE, MINUTE],
    ['5h limit: 37% used (resets in 43m)', '5h', 37, 43 * MINUTE, MINUTE],
    ['5h limit  [########--]  20% left  (resets in 59s)', '5h', 80, 59_000, 1_000],
    ['7d limit ========-- 12% remaining (resets in 6d 2h)', '7d', 88, 6 * DAY + 2 * HOUR, HOUR],
    ['300m limit 5% used (resets in 1h 5m 9s)', '5h', 5, HOUR + 5 * MINUTE + 9_000, 1_000],
    ['Monthly limit 99.5% left (resets in 12d)', 'month', 0.5, 12 * DAY, DAY],
    ['| Weekly limit | 84% left (resets in 1d 1h 1m) |', '7d', 16, DAY + HOUR + MINUTE, MINUTE],
  ])('%s', (text, window, used, min, grain) => {
    expect(only(text)).toMatchObject({
      window,
      usedPercent: used,
      explicit: true,
      encoding: 'percent',
      reset: { kind: 'in', min, max: min + grain },
    })
  })

  it.each([
    ['Limit #1 ━━━━━━ 84% left', 'other', 16, ['window: absent, only named "Limit #1"', 'reset: absent']],
    [
      'Team pool ██████░░░░ 84% left (reset)',
      'other',
      16,
      ['window: absent, only named "Team pool"', 'reset: already passed'],
    ],
    ['24h limit 84% left (resets at tomorrow)', 'other', 16, ['reset: "resets at tomorrow" is no time']],
    ['5h limit 84% left (resets in 3h 43', '5h', 16, ['reset: cut off']],
    ['5h limit 84% left (resets in 3 moons)', '5h', 16, ['reset: "resets in 3 moons" is no countdown']],
  ])('%s', (text, window, used, missing) => {
    expect(only(text)).toMatchObject({ window, usedPercent: used, reset: null, missing })
  })

  it('takes the client at its word where it printed the time that it could not read', () => {
    expect(only('5h limit 84% left (resets at 2026-03-02T20:20:45.5Z)').reset).toEqual({
      kind: 'at',
      at: Date.UTC(2026, 2, 2, 20, 20, 45, 500),
    })
  })

  it.each([
    'I have 84% left (resets in 5d), so what is wrong?',
    'My weekly limit shows 84% left and still it stops.',
    'Weekly limit',
    'The weekly limit is 100% of what I pay for',
    '84% left (resets in 5d 16h 43m)',
    'Battery: 84% left',
    '5h limit 84% left, says the client',
  ])('prose: %s', (text) => {
    expect(panelsIn(text)).toEqual([])
  })

  it.each([
    'Weekly limit ━━━━━━ 8',
    'Weekly limit ━━━━━━ 84%',
    'Weekly limit ━━━━━━ 84% le',
    '│ 5h limit ━━━━━━━━',
  ])('cut off: %s', (text) => {
    const { snapshots, rejects } = paste(text).evidence
    expect(snapshots).toEqual([])
    expect(rejects).toHaveLength(1)
  })
})

describe('a panel', () => {
  const plain = SEED.replaceAll(/[│╭╮╰╯]/g, '').replaceAll(/─{3,}.*\n/g, '')
  it.each([
    ['quoted', SEED.replaceAll(/^/gm, '> ')],
    ['in a fence', `\`\`\`\n${SEED}\`\`\``],
    ['with CRLF', SEED.replaceAll('\n', '\r\n')],
    ['without its frame', plain],
    ['without frame and bars', plain.replaceAll(/[━╺]+/g, '')],
    [
      'with ASCII in place of drawing',
      SEED.replaceAll(/[━╺]/g, '#')
        .replaceAll('│', '|')
        .replaceAll(/[─╭╮╰╯]/g, '-'),
    ],
    ['with the spaces of the client', SEED.replaceAll('│ ', '│  ').replaceAll(' (', '  (')],
    ['with colours', SEED.replaceAll(/(\d+% left)/g, '\u001B[1m$1\u001B[0m')],
    ['twice', `${SEED}\nand again\n${SEED}`],
    ['twice in a row', `${SEED}${SEED}`],
  ])('%s is the same reading', (_, text) => {
    expect(snapshotIds(text)).toEqual(snapshotIds(SEED))
    expect(paste(text).evidence.rejects).toEqual([])
  })

  it('of one window is another reading than of two', () => {
    const [first, second] = plain.trim().split('\n')
    expect(new Set([plain, `${first}`, `${second}`].flatMap(snapshotIds)).size).toBe(3)
  })

  it('and another below it are two readings', () => {
    expect(panelsIn(`${plain}${plain.replace('84%', '80%')}`)).toHaveLength(2)
  })

  // A terminal breaks anywhere; the break may cost the line, but must not make another number.
  it('wrapped at any column gives the same reading, or a part of it and a reject', () => {
    const whole = panelsIn(SEED)[0]?.meters ?? []
    let same = 0
    for (let width = 20; width < 90; width += 1) {
      const wrapped = SEED.split('\n')
        .map((line) => line.replaceAll(new RegExp(`.{${width}}(?=.)`, 'gu'), '$&\n'))
        .join('\n')
      const meters = panelsIn(wrapped).flatMap((panel) => panel.meters)
      for (const meter of meters) {
        const other = whole.find(({ window }) => window === meter.window)
        expect(meter.usedPercent).toBe(other?.usedPercent)
        if (meter.reset !== null) expect(meter.reset).toEqual(other?.reset)
      }
      if (snapshotIds(wrapped).join() === snapshotIds(SEED).join()) same += 1
    }
    expect(same).toBeGreaterThan(60)
  })

  it('is read at the time of its capture, where that is known', () => {
    const taken = at('2026-03-02T16:37:00Z')
    const [panel] = paste(SEED, { at: taken }).evidence.snapshots
    expect(panel?.when).toEqual({ kind: 'span', span: { from: taken, to: taken + 1_000 } })
  })
})
