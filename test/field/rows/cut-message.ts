import type { FieldKind, FieldRow } from '../field-row.ts'

const only = (name: string, text: string, errorClass: string, status: number | null = null): FieldRow => ({
  name,
  text,
  right: { errors: [{ at: null, status, class: errorClass }], incidents: [] },
})

export const field: FieldKind = {
  kind: 'a message of which a part is left',
  rows: [
    {
      name: 'half of it, quoted in a sentence',
      file: 'half-message.txt',
      right: { errors: [{ at: null, status: 403, class: 'window_5h' }], incidents: [] },
    },
    only('no full stop', "403 You've reached your weekly (7-day) usage limit", 'window_7d', 403),
    only('three words and a number', 'All agents say "You\'ve reached your 5-hour" and stop.', 'window_5h'),
    only('cut by an ellipsis', 'error: We’re receiving too many requests at…', 'rate_or_concurrency'),
    only('cut in a word by dots', "error: You've reached your concurrent requ...", 'concurrency'),
    only('cut at the end of the text', 'HTTP 429 The engine is currently overl', 'overloaded', 429),
    only(
      'only its second sentence',
      '... usage limit. Your quota will reset when the current 5-hour window ends.',
      'window_5h',
    ),
    only('in capitals', "YOU'VE REACHED YOUR MONTHLY USAGE LIMIT FOR THIS BILLING CYCLE.", 'window_month'),
    only(
      'in the middle of a sentence',
      "it keeps saying you've reached your concurrent request limit although nothing runs",
      'concurrency',
    ),
    only(
      'in Chinese prose',
      "今天又被拦了，提示“You've reached your weekly (7-day) usage limit”，明明周额度没用完。",
      'window_7d',
    ),
    only(
      'in Chinese prose, cut',
      "报错 403：「You've reached your 5-hour usage…」怎么办？",
      'window_5h',
      403,
    ),
    only(
      'a quota, and not which',
      `Error code: 403 - {'error': {'message': "You've reached your usage limit", 'type': 'access_terminated_error'}}`,
      'quota_unnamed',
      403,
    ),
    only(
      'ambiguous: which limit was cut off',
      `Error code: 403 - {'error': {'message': "You've reached your", 'type': 'access_terminated_error'}}`,
      'other',
      403,
    ),
    only(
      'without its first words, in a body',
      `Error code: 403 - {'error': {'message': '5-hour usage limit reached', 'type': 'access_terminated_error'}}`,
      'window_5h',
      403,
    ),
    {
      name: 'its first words alone are a sentence of anybody',
      text: "You've reached your goal when the 5-hour usage limit and the weekly limit are gone.",
      right: { errors: [], exit: 1 },
    },
    {
      name: "another service's message that begins alike",
      text: "You've reached your 5-hour limit for Claude messages. Resets at 18:00.",
      right: { errors: [], exit: 1 },
    },
  ],
}
