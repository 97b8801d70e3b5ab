import type { FieldKind, FieldRow } from '../field-row.ts'

const CYCLE =
  "`[provider.auth_error] 403 You've reached your usage limit for this billing cycle. Your quota will be refreshed in the next cycle.`"

const row = (name: string, line: string, meters: Readonly<Record<string, number>> | null): FieldRow => ({
  name,
  // in one paragraph: a part without its name would be nobody's
  text: `Kimi Code says:\n${CYCLE}\n${line}\n`,
  right: {
    errors: [{ at: null, status: 403, class: 'quota_unnamed' }],
    readings:
      meters === null
        ? []
        : [
            {
              at: null,
              meters: Object.fromEntries(
                Object.entries(meters).map(([window, used]) => [window, { used, reset: null }]),
              ),
            },
          ],
    incidents: [],
  },
})

export const field: FieldKind = {
  kind: 'meters that are told in a sentence',
  rows: [
    row('what the panel showed', 'The usage panel showed Weekly 45%, 5-hour 0% at the time.', {
      '7d': 45,
      '5h': 0,
    }),
    row('with equals signs', 'CLI on Windows: 5h limit = 100% used, weekly = 81% used', {
      '5h': 100,
      '7d': 81,
    }),
    row('the share first', 'The dashboard shows 0% 5-hour usage, 12.5% 7-day usage.', {
      '5h': 0,
      '7d': 12.5,
    }),
    row(
      'the cards in a sentence',
      'See my paste: Weekly usage: 22%. Resets in 111 hours Rate limit details: 2%.',
      { '7d': 22, '5h': 2 },
    ),
    row('what is left', 'I still have weekly quota 60% left and 5-hour quota 90% left.', {
      '7d': 40,
      '5h': 10,
    }),
    row('in Chinese', '控制台显示本周用量 35%，5小时用量 12%，这是什么限制？', { '7d': 35, '5h': 12 }),
    row('in Chinese, as one says it', '周额度才用了 64%，5 小时额度只用了 3%', { '7d': 64, '5h': 3 }),
    row(
      'whether it is used or left is not clear',
      'I left for lunch at a weekly usage of 12, weekly usage 22% then.',
      null,
    ),
    row('used and left, said of each', 'It says weekly usage 45% used, 5-hour limit 60% left.', {
      '7d': 45,
      '5h': 40,
    }),
    row('a line that begins with them', 'weekly usage 45% used, 5-hour limit 60% left', {
      '7d': 45,
      '5h': 40,
    }),
    row('a line that begins with a label of the panel', 'Weekly limit: 45% used, 5h limit: 3% used', {
      '7d': 45,
      '5h': 3,
    }),
    row("another service's", 'My Claude weekly limit is at 45% used.', null),
    row('a condition', 'It should refuse when weekly usage is 100%.', null),
    row('two readings in one sentence', 'Weekly usage went from weekly usage 40% to weekly usage 45%.', null),
    row('a share of something else', 'The weekly report of usage is 45% longer.', null),
    {
      name: 'on one line with an error that says when',
      text: 'Kimi says "You\'ve reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends." but the website says 5-hour usage 71%, weekly 20%. Resets in 2 hours.\n',
      right: {
        errors: [{ at: null, class: 'window_5h' }],
        readings: [
          { at: null, meters: { '5h': { used: 71, reset: null }, '7d': { used: 20, reset: null } } },
        ],
        incidents: [],
      },
    },
    {
      name: 'on one line with an error, before it',
      text: 'Weekly usage 20%, 5-hour usage 71%, and yet Kimi says "You\'ve reached your 5-hour usage limit."\n',
      right: {
        errors: [{ at: null, class: 'window_5h' }],
        readings: [
          { at: null, meters: { '5h': { used: 71, reset: null }, '7d': { used: 20, reset: null } } },
        ],
        incidents: [],
      },
    },
    {
      name: 'in a text that names Kimi only by what its console calls a meter',
      text: '一直 429，控制台显示本周用量 34%，频限明细 12%。\n',
      right: {
        errors: [],
        readings: [
          { at: null, meters: { '7d': { used: 34, reset: null }, '5h': { used: 12, reset: null } } },
        ],
      },
    },
    {
      name: 'in a text that does not name Kimi',
      text: 'The usage panel showed weekly usage 45%, 5-hour usage 0%.\n',
      right: { errors: [], readings: [], exit: 1 },
    },
  ],
}
