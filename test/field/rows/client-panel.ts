import type { FieldKind } from '../field-row.ts'

const HOURS = 60
const DAYS = 24 * HOURS
/** A countdown to the minute. */
const to = (minutes: number): readonly [number, number] => [minutes, minutes + 1]

const FRAMED = `  ╭ Usage ────────────────────────────────────────────────────────────────╮
  │ Plan usage                                                            │
  │   5h limit       ███░░░░░░░░░░░░░░░░░  15% used  resets in 1h 58m     │
  │   Weekly limit   ██████░░░░░░░░░░░░░░  28% used  resets in 3d 1h 58m  │
  │   Monthly limit  █████░░░░░░░░░░░░░░░  25% used  resets in 10d 9h 58m │
  │                  kimi 8% · code 18%                                   │
  │                                                                       │
  │ Extra Usage                                                           │
  │   █████░░░░░░░░░░░░░░░                                                │
  │   Used this month  $ 50.00                                            │
  │   Monthly limit    $200.00                                            │
  │   Balance          $100.00                                            │
  ╰───────────────────────────────────────────────────────────────────────╯`

const WHOLE = {
  meters: {
    '5h': { used: 15, reset: to(HOURS + 58) },
    '7d': { used: 28, reset: to(3 * DAYS + HOURS + 58) },
    'month total': { used: 25, reset: to(10 * DAYS + 9 * HOURS + 58) },
    'month code': { used: 18, reset: to(10 * DAYS + 9 * HOURS + 58) },
  },
  wallet: { left: 10_000, limit: 20_000, used: 5_000, currency: 'USD' },
}

export const field: FieldKind = {
  kind: 'the usage panel of kimi-code',
  rows: [
    {
      name: 'in its frame',
      text: FRAMED,
      right: { rejects: 0, errors: [], readings: [WHOLE], incidents: [] },
    },
    {
      name: 'in a fence, with words around it',
      text: `This is what /usage says:\n\n\`\`\`\n${FRAMED}\n\`\`\`\n\nSo why is it slow?`,
      right: { rejects: 0, readings: [WHOLE] },
    },
    { name: 'quoted', text: FRAMED.replaceAll(/^/gm, '> '), right: { rejects: 0, readings: [WHOLE] } },
    {
      name: 'with no-break spaces',
      text: FRAMED.replaceAll(' ', '\u00A0'),
      right: { rejects: 0, readings: [WHOLE] },
    },
    {
      name: 'with line ends of Windows',
      text: FRAMED.replaceAll('\n', '\r\n'),
      right: { rejects: 0, readings: [WHOLE] },
    },
    {
      name: 'in colours',
      text: FRAMED.replaceAll(/(\d+% used)/g, '\u001B[1m$1\u001B[22m').replaceAll(
        /(█+)/g,
        '\u001B[32m$1\u001B[39m',
      ),
      right: { rejects: 0, readings: [WHOLE] },
    },
    {
      name: 'between other lines of the screen',
      text: ` ● All done.\n${FRAMED}\n\n ╭──────────────────╮\n │ >                │\n ╰──────────────────╯\n Kimi For Coding thinking: high      context: 4% (9.4k/256k)`,
      right: { rejects: 0, readings: [WHOLE] },
    },
    {
      name: 'in /status, below its own rows',
      text: FRAMED.replace('╭ Usage ─', '╭ Status ').replace(
        '  │ Plan usage ',
        '  │   Model        Kimi For Coding (thinking high)                        │\n  │ Context window                                                        │\n  │   █░░░░░░░░░░░░░░░░░░░      4%  (9.4k / 256k)                         │\n  │ Plan usage ',
      ),
      right: { rejects: 0, readings: [WHOLE] },
    },
    {
      name: 'too narrow for the resets',
      text: 'Plan usage\n  5h limit       ███░░░░░░░░░░░░░░░░░  15% used  re...\n  Weekly limit   ██████░░░░░░░░░░░░░░  28% used  re...',
      right: { readings: [{ meters: { '5h': { used: 15, reset: null }, '7d': { used: 28, reset: null } } }] },
    },
    {
      name: 'too narrow for the shares',
      text: '  ╭ Usage ──────────────────────────────╮\n  │ Plan usage                           │\n  │   5h limit       ███░░░░░░░░░░░░░░... │\n  │   Weekly limit   ██████░░░░░░░░░░░... │\n  ╰──────────────────────────────────────╯',
      right: { rejects: 2, readings: [], exit: 1 },
    },
    {
      name: 'without frame and bars',
      text: 'Plan usage\n5h limit 100% used resets in 42m\nWeekly limit 28% used resets in 3d 1h 58m',
      right: {
        readings: [
          {
            meters: {
              '5h': { used: 100, reset: to(42) },
              '7d': { used: 28, reset: to(3 * DAYS + HOURS + 58) },
            },
          },
        ],
      },
    },
    {
      name: 'with tabs between its columns',
      text: 'Plan usage\n5h limit\t███░░░░░\t37% used\tresets in 4h 1m\n',
      right: { readings: [{ meters: { '5h': { used: 37, reset: to(4 * HOURS + 1) } } }] },
    },
    {
      name: 'in Chinese words',
      text: '用量如下：\n\n  5h limit       ████████████████████  100% used  resets in 1h 58m\n  Monthly limit  █████░░░░░░░░░░░░░░░  25% used   resets in 10d 9h\n                 kimi 7% · code 18%\n\n没有周额度。',
      right: {
        rejects: 0,
        readings: [
          {
            meters: {
              '5h': { used: 100, reset: to(HOURS + 58) },
              'month total': { used: 25, reset: [10 * DAYS + 9 * HOURS, 10 * DAYS + 10 * HOURS] },
              'month code': { used: 18, reset: [10 * DAYS + 9 * HOURS, 10 * DAYS + 10 * HOURS] },
            },
          },
        ],
      },
    },
    {
      name: 'read after a reset',
      text: 'Plan usage\n  5h limit      ██████████░░░░░░░░░░  50% used  reset\n  Weekly limit  ██░░░░░░░░░░░░░░░░░░  10% used  resets in 5d',
      right: {
        readings: [
          { meters: { '5h': { used: 50, reset: null }, '7d': { used: 10, reset: [5 * DAYS, 6 * DAYS] } } },
        ],
      },
    },
    {
      name: 'with a monthly limit of money that is unlimited',
      text: 'Plan usage\n  5h limit    ░░░░░░░░░░░░░░░░░░░░  2% used  resets in 4h 59m\n\nExtra Usage\n  Used this month  ¥ 3.00\n  Monthly limit    Unlimited\n  Balance          ¥12.34',
      right: {
        readings: [
          {
            meters: { '5h': { used: 2, reset: to(4 * HOURS + 59) } },
            wallet: { left: 1234, used: 300, currency: 'CNY' },
          },
        ],
      },
    },
    {
      name: 'without data',
      text: '  ╭ Usage ──────────────────────────────────────╮\n  │ Session usage                              │\n  │   No token usage recorded yet.             │\n  │                                            │\n  │ Plan usage                                 │\n  │   No usage data available.                 │\n  ╰────────────────────────────────────────────╯',
      right: { rejects: 0, readings: [], exit: 1 },
    },
    {
      name: 'of kimi-cli, which says what is left',
      text: '╭──────────────── API Usage ────────────────╮\n│  Weekly limit  ━━━━━━━━╺━  84% left  (resets in 5d 16h 43m)  │\n│  5h limit      ━━━━━━━━━━  100% left  (resets in 3h 43m)  │\n╰────────────────────────────────────────────╯',
      right: {
        rejects: 0,
        readings: [
          {
            meters: {
              '7d': { used: 16, reset: to(5 * DAYS + 16 * HOURS + 43) },
              '5h': { used: 0, reset: to(3 * HOURS + 43) },
            },
          },
        ],
      },
    },
  ],
}
