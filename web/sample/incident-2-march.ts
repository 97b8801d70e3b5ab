import type { Staged } from '../pages/bring-in/staged.ts'

/**
 * The incident that started this project, from a public forum thread (test/fixtures/seed tells where from): what a
 * first look at the console can be filled with. A test holds it to the fixtures, byte for byte.
 */
export const SAMPLE: readonly Staged[] = [
  {
    name: 'usage-history.txt',
    via: 'file',
    body: [
      'Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:25:08 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:24:49 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:24:29 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:23:20 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:23:14 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:22:55 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 17:22:28 Success',
      'Login Device KimiCLI/1.16.0 2026/03/02 16:18:57 Success',
      '',
    ].join('\n'),
  },
  {
    name: 'cli-panel.txt',
    via: 'file',
    body: [
      '╭────────────────────────────── API Usage ──────────────────────────────╮',
      '│ Weekly limit ━━━╺━━━━━━━━━━━━━━━━ 84% left (resets in 5d 16h 43m) │',
      '│ 5h limit ━━━━━━━━━━━━━━━━━━━━ 100% left (resets in 3h 43m) │',
      '╰────────────────────────────────────────────────────────────────────────╯',
      '',
    ].join('\n'),
  },
  {
    name: 'error.txt',
    via: 'file',
    body: [
      `LLM provider error: Error code: 429 - {'error': {'message': "We're receiving too many requests at the moment. Please wait a moment and try again.", 'type': 'rate_limit_reached_error'}}`,
      '',
    ].join('\n'),
  },
  {
    name: 'incident-2026-03-07.txt',
    via: 'file',
    body: [
      `LLM provider error: Error code: 429 - {'error': {'message': "We're receiving too many requests at the mo`,
      `ment. Please wait a moment and try again.", 'type': 'rate_limit_reached_error'}}`,
      '',
      '$ curl -H "Authorization: Bearer $KIMI_API_KEY" https://api.kimi.com/coding/v1/usages',
      '',
      '{"user": {...},',
      ' "usage": {"limit": "100",',
      '             "used": "33",',
      '             "remaining": "67",',
      '             "resetTime": "2026-03-08T09:20:45.248979Z"},',
      '"limits": [',
      '           {"window":',
      '              {"duration": 300,',
      '               "timeUnit": "TIME_UNIT_MINUTE"},',
      '            "detail":',
      '              {"limit": "100",',
      '               "used": "2",',
      '               "remaining": "98",',
      '               "resetTime": "2026-03-07T15:20:45.248979Z"}}]}',
      '',
    ].join('\n'),
  },
]
