import { describe, expect, it } from 'vitest'
import type { Meter } from '../../../../shared/evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../../shared/time/duration.ts'
import { paste } from '../../paste.ts'
import { drawPanel, MONTH_ROWS, planRows } from './draw-client-panel.ts'

const WHOLE = drawPanel(MONTH_ROWS)
const WALLET = {
  active: true,
  currency: 'USD',
  leftCents: 10_000,
  monthlyLimitCents: 20_000,
  monthlyUsedCents: 5_000,
}

const readingsIn = (text: string) => paste(text).evidence.snapshots

const sayMeter = ({ window, pool, usedPercent, reset, missing }: Meter) => {
  const left =
    reset?.kind === 'in'
      ? `${reset.min / MINUTE} min, to ${(reset.max - reset.min) / MINUTE}`
      : missing.join()
  return `${window}${pool === null ? '' : ` ${pool}`}: ${usedPercent} % · ${left}`
}

describe('the panel of kimi-code', () => {
  it('says what is used, of the month also by Kimi Code, and what is left of the money', () => {
    const [reading, ...others] = readingsIn(WHOLE)
    expect(others).toEqual([])
    expect(reading).toMatchObject({ source: 'quota_panel', wallet: WALLET })
    expect(reading?.meters.map(sayMeter)).toEqual([
      `5h: 16 % · ${60 + 59} min, to 1`,
      `7d: 28 % · ${3 * 24 * 60 + 60 + 59} min, to 1`,
      `month total: 25 % · ${10 * 24 * 60 + 9 * 60 + 59} min, to 1`,
      `month code: 18 % · ${10 * 24 * 60 + 9 * 60 + 59} min, to 1`,
    ])
    expect(paste(WHOLE).evidence.rejects).toEqual([])
  })

  const inside = WHOLE.replaceAll(/^ {2}[│╭╰]|[│╮╯]$/gm, '')
  it.each([
    ['in a screen of the client', ` ● All done.\n${WHOLE}\n\n ╭────────╮\n │ >      │\n ╰────────╯\n`],
    [
      'as /status shows it',
      WHOLE.replace('╭ Usage ─', '╭ Status ').replace('Session usage', '>_ Kimi Code (v2.1.0)'),
    ],
    ['twice, as the scrollback shows it', `${WHOLE}\n${WHOLE}`],
    ['without its frame', inside],
    [
      'without frame and headings',
      inside.replaceAll(/^ *(?:Plan usage|Session usage|Context window)$/gm, ''),
    ],
    ['without bars', inside.replaceAll(/[█░]{2,}/g, '')],
    ['quoted', WHOLE.replaceAll(/^/gm, '> ')],
    ['in a fence', `\`\`\`text\n${WHOLE}\n\`\`\``],
    ['indented by four', WHOLE.replaceAll(/^/gm, '    ')],
    ['with CRLF', WHOLE.replaceAll('\n', '\r\n')],
    ['with no-break spaces', WHOLE.replaceAll(' ', '\u00A0')],
    ['with tabs between the columns', inside.replaceAll(/(?<=\S) {2,}(?=\S)/g, '\t')],
    ['in colours', WHOLE.replaceAll(/(\d+% used)/g, '\u001B[38;5;12m$1\u001B[0m')],
    ['in Chinese prose', `我的用量如下:\n${WHOLE}\n五小时额度还没用完。`],
  ])('%s is the same reading', (_, text) => {
    expect(readingsIn(text).map(({ id }) => id)).toEqual(readingsIn(WHOLE).map(({ id }) => id))
  })

  it.each([
    ['resets in 2d 3h', 2 * DAY_OF_HOURS + 3 * HOUR, HOUR],
    ['resets in 4h 59m', 4 * HOUR + 59 * MINUTE, MINUTE],
    ['resets in 3d 1h 58m', 3 * DAY_OF_HOURS + HOUR + 58 * MINUTE, MINUTE],
    ['resets in 12d', 12 * DAY_OF_HOURS, DAY_OF_HOURS],
    ['resets in 42s', 42_000, 1_000],
  ])('%s', (hint, min, length) => {
    const [row] = readingsIn(planRows([{ label: '5h limit', used: 7, hint }]).join('\n'))
    expect(row?.meters[0]).toMatchObject({ usedPercent: 7, reset: { kind: 'in', min, max: min + length } })
  })

  it.each([
    ['reset', ['reset: already passed']],
    [null, ['reset: absent']],
    ['resets in 1h 5...', ['reset: cut off']],
    ['rese...', ['reset: cut off']],
    ['resets in…', ['reset: cut off']],
    ['...', ['reset: cut off']],
  ])('a row that ends in "%s" has no reset', (hint, missing) => {
    const [row] = readingsIn(planRows([{ label: 'Weekly limit', used: 40, hint }]).join('\n'))
    expect(row?.meters[0]).toMatchObject({ usedPercent: 40, reset: null, missing })
  })

  it('may say 0 % of a ratio that only holds the place of a number', () => {
    const [reading] = readingsIn('5h limit  ░░░░░░░░░░  0% used  resets in 4h 59m')
    expect(reading?.meters[0]).toMatchObject({ usedPercent: 0, explicit: false })
  })

  it('has a monthly limit that is money, which is no meter', () => {
    const extra = [
      '',
      'Extra Usage',
      '  Used this month  12.34 EUR',
      '  Monthly limit    Unlimited',
      '  Balance          0.00 EUR',
    ]
    const [reading] = readingsIn(drawPanel(MONTH_ROWS.slice(0, 2), 160, extra))
    expect(reading?.meters.map(({ window }) => window)).toEqual(['5h', '7d'])
    expect(reading?.wallet).toEqual({
      active: false,
      currency: 'EUR',
      leftCents: 0,
      monthlyLimitCents: null,
      monthlyUsedCents: 1234,
    })
  })

  it('without data has no reading', () => {
    const text = WHOLE.replaceAll(/^ {2}│.*(?:limit|kimi 8).*\n/gm, '').replace(
      '  │ Plan usage ',
      '  │ Plan usage                │\n  │   No usage data available.',
    )
    expect(text).toContain('No usage data available.')
    expect(readingsIn(text)).toEqual([])
    expect(paste(text).evidence.rejects).toEqual([])
  })

  it.each([
    'Session usage',
    'My 5h limit is 16% used resets in my dreams',
    'The monthly limit is $200.00',
    'Context window  4%  (9.4k / 256k)',
  ])('is not made of prose: %s', (text) => {
    expect(readingsIn(text)).toEqual([])
  })
})

describe('in a narrow window', () => {
  const whole = readingsIn(WHOLE)[0]?.meters ?? []
  const widths = Array.from({ length: 121 }, (_, index) => 40 + index)

  it.each(widths)('of %i columns, what was cut off is left out, and the rest is the same', (columns) => {
    const text = drawPanel(MONTH_ROWS, columns)
    const { snapshots, rejects } = paste(text).evidence
    const meters = snapshots.flatMap((snapshot) => snapshot.meters)
    for (const meter of meters) {
      const same = whole.find(
        ({ window, pool }) => window === meter.window && (pool ?? 'total') === (meter.pool ?? 'total'),
      )
      expect(meter.usedPercent).toBe(same?.usedPercent)
      expect(meter.reset ?? same?.reset).toEqual(same?.reset)
    }
    const shares = text.match(/\d+% u\S/g)?.length ?? 0
    expect(meters.filter(({ pool }) => pool !== 'code')).toHaveLength(shares)
    expect(rejects).toHaveLength(3 - shares)
    expect(meters.filter(({ reset }) => reset !== null).length > 0).toBe(/h 59m/.test(text))
  })
})
