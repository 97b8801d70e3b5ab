import { describe, expect, it } from 'vitest'
import { fixture, paste } from '../../paste.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const DAY = 24 * HOUR

const metersIn = (text: string) =>
  paste(text)
    .evidence.snapshots.filter(({ source }) => source === 'quota_cards')
    .map(({ meters }) =>
      meters.map(({ window, pool, usedPercent, reset, explicit }) => ({
        window: pool === null ? window : `${window} ${pool}`,
        used: usedPercent,
        reset: reset?.kind === 'in' ? [reset.min, reset.max] : null,
        explicit,
      })),
    )

const WEEK = { window: '7d', used: 3, reset: [163 * HOUR, 165 * HOUR], explicit: true }
const FIVE = { window: '5h', used: 0, reset: [2 * HOUR, 4 * HOUR], explicit: false }

describe('the cards', () => {
  it.each([
    [
      'each part on its line',
      'Weekly usage\n3%\nResets in 164 hours\nRate limit details\n0%\nResets in 3 hours',
    ],
    [
      'with the marks of the page',
      'Weekly usage ⓘ\n\n3%\n\nResets in 164 hours\n\nRate limit details ⓘ\n\n0%\n\nResets in 3 hours',
    ],
    ['each on one line', 'Weekly usage 3% Resets in 164 hours\nRate limit details 0% Resets in 3 hours'],
    ['both on one line', 'Weekly usage 3% Resets in 164 hours Rate limit details 0% Resets in 3 hours'],
    [
      'told in sentences',
      'Weekly usage: 3%. Resets in 164 hours. Rate limit details: 0%; resets in 3 hours!',
    ],
    ['in Chinese', '本周用量\n3%\n164 小时后重置\n频限明细\n0%\n3 小时后重置'],
    ['in Chinese, on one line', '本周用量 3% 164小时后重置 频限明细 0% 3小时后重置'],
    [
      'quoted',
      '> Weekly usage\n> 3%\n> Resets in 164 hours\n> Rate limit details\n> 0%\n> Resets in 3 hours',
    ],
    [
      'as HTML',
      '<div class="stats-card"><p>Weekly usage</p><p>3%</p><p>Resets in 164 hours</p></div><div class="stats-card"><p>Rate limit details</p><p>0%</p><p>Resets in 3 hours</p></div>',
    ],
  ])('%s', (_, text) => {
    expect(metersIn(text)).toEqual([[WEEK, FIVE]])
  })

  // An hour that is printed may have been rounded either way: the true rest is less than an hour from it.
  it.each([
    ['本周用量 3% 6d 8h 25min后重置', [6 * DAY + 8 * HOUR + 24 * MINUTE, 6 * DAY + 8 * HOUR + 26 * MINUTE]],
    ['频限明细 3% 18 分钟后重置', [17 * MINUTE, 19 * MINUTE]],
    ['Weekly usage 3% Resets in 1 hour', [0, 2 * HOUR]],
    ['Weekly usage 3% Resets in 2 days', [DAY, 3 * DAY]],
  ])('%s', (text, reset) => {
    expect(metersIn(text)[0]?.[0]).toMatchObject({ used: 3, reset })
  })

  it.each([
    ['总使用量 21%', 'month total'],
    ['5 小时用量 21%', '5h'],
    ['7 天用量 21%', '7d'],
  ])('the membership page: %s', (text, window) => {
    expect(metersIn(text)).toEqual([[{ window, used: 21, reset: null, explicit: true }]])
  })

  it('a frozen quota: the page prints no reset', () => {
    const [snapshot] = paste('Weekly usage 100%\nWaiting for monthly quota reset').evidence.snapshots
    expect(snapshot?.meters).toMatchObject([
      { window: '7d', usedPercent: 100, reset: null, missing: ['reset: "Waiting for monthly quota reset"'] },
    ])
  })

  it('copied twice at different times are two readings', () => {
    expect(metersIn('Weekly usage 3%\nWeekly usage 4%')).toHaveLength(2)
  })

  it('without its percentage is refused where another one has it', () => {
    const { snapshots, rejects } = paste('Weekly usage 3%\nRate limit details').evidence
    expect(snapshots).toHaveLength(1)
    expect(rejects).toHaveLength(1)
  })

  it.each([
    'Weekly usage',
    'My weekly usage is 3%',
    'Weekly usage 3% of what?',
    '3%\nResets in 164 hours',
    '本周用量很低，才 3%',
  ])('prose: %s', (text) => {
    expect(metersIn(text)).toEqual([])
  })

  it('of the fixtures', () => {
    expect(metersIn(fixture('posts/zh-post.md'))).toHaveLength(1)
    expect(metersIn(fixture('posts/forum-post.md'))).toEqual([
      [
        { window: '7d', used: 28, reset: [87 * HOUR, 89 * HOUR], explicit: true },
        { window: '5h', used: 12, reset: [2 * HOUR, 4 * HOUR], explicit: true },
      ],
    ])
  })
})
