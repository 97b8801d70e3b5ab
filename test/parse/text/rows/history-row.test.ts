import { describe, expect, it } from 'vitest'
import { CLI, ID, onlyRow, rowsIn } from './rows-in.ts'
import { english } from '../../english.ts'

const DEVICE = {
  id: null,
  source: 'device',
  client: CLI,
  call: null,
  outcome: 'success',
  status: null,
  text: 'Success',
}

describe('one row', () => {
  const at = '2026-03-02 17:25:14'
  it.each([
    ['as in March 2026', `Login Device ${CLI} 2026/03/02 17:25:14 Success`, {}],
    ['with dashes in its date', `Login Device ${CLI} 2026-03-02 17:25:14 Success`, {}],
    ['with one-digit month and day', `Login Device ${CLI} 2026/3/2 17:25:14 Success`, {}],
    ['between tabs', `Login Device\t${CLI}\t2026/03/02 17:25:14\tSuccess`, {}],
    ['between bars', `Login Device | ${CLI} | 2026/03/02 17:25:14 | Success`, {}],
    ['of a Markdown table', `| Login Device | ${CLI} | 2026/03/02 17:25:14 | Success |`, {}],
    ['quoted', `> Login Device ${CLI} 2026/03/02 17:25:14 Success`, {}],
    ['quoted twice', `> > Login Device ${CLI} 2026/03/02 17:25:14 Success`, {}],
    ['of a list', `- Login Device ${CLI} 2026/03/02 17:25:14 Success`, {}],
    ['of a numbered list', `12. Login Device ${CLI} 2026/03/02 17:25:14 Success`, {}],
    ['as code', `\`Login Device ${CLI} 2026/03/02 17:25:14 Success\``, {}],
    ['with no-break spaces', `Login\u00A0Device ${CLI}\u00A02026/03/02\u00A017:25:14 Success`, {}],
    ['with a zero-width space', `Login Device ${CLI}\u200B 2026/03/02 17:25:14 Success\uFEFF`, {}],
    ['with many spaces', `  Login Device    ${CLI}   2026/03/02  17:25:14   Success  `, {}],
    ['in Chinese', `登录设备 ${CLI} 2026/03/02 17:25:14 成功`, { text: '成功' }],
    ['with a remark', `Login Device ${CLI} 2026/03/02 17:25:14 Success <-- the last one`, {}],
    ['without status', `Login Device ${CLI} 2026/03/02 17:25:14`, { outcome: 'unknown', text: null }],
    ['that failed', `Login Device ${CLI} 2026/03/02 17:25:14 Failed`, { outcome: 'failure', text: 'Failed' }],
    [
      'that failed, in Chinese',
      `Login Device ${CLI} 2026/03/02 17:25:14 失败`,
      { outcome: 'failure', text: '失败' },
    ],
    [
      'that failed with a status',
      `Login Device ${CLI} 2026/03/02 17:25:14 Failed (403)`,
      { outcome: 'failure', text: 'Failed', status: 403 },
    ],
    [
      'with only a status',
      `Login Device ${CLI} 2026/03/02 17:25:14 429`,
      { outcome: 'failure', text: '429', status: 429 },
    ],
    [
      'with a status that nobody knows',
      `Login Device ${CLI} 2026/03/02 17:25:14 Throttled`,
      { outcome: 'unknown', text: 'Throttled' },
    ],
    ['without client', `Login Device 2026/03/02 17:25:14 Success`, { client: null }],
    ['with an empty cell for it', `Login Device\t\t2026/03/02 17:25:14\tSuccess`, { client: null }],
    [
      'as in June 2026',
      `${ID} | Login Device | kimi-code-cli/0.14.0 | Model Inference | 2026-03-02 17:25:14`,
      { id: ID, client: 'kimi-code-cli/0.14.0', call: 'Model Inference', outcome: 'unknown', text: null },
    ],
    [
      'as in June 2026, by spaces',
      `${ID} Login Device kimi-code-cli/0.14.0 Model Inference 2026-03-02 17:25:14 Success`,
      { id: ID, client: 'kimi-code-cli/0.14.0', call: 'Model Inference' },
    ],
    ['with an empty cell for its source', `\t${CLI}\t2026/03/02 17:25:14\tSuccess`, { source: null }],
    ['with a dash for its source', `- | ${CLI} | 2026/03/02 17:25:14 | Success`, { source: null }],
    ['without source', `${CLI} 2026/03/02 17:25:14 Success`, { source: null }],
    ['with an id, without source', `${ID} ${CLI} 2026/03/02 17:25:14 Success`, { id: ID, source: null }],
    ['with an id and no source', `${ID}\t\t${CLI}\t\t2026-03-02 17:25:14\tSuccess`, { id: ID, source: null }],
    [
      'of a key',
      'my second key Qoder/1.0 2026-03-02 17:25:14 Success',
      { source: 'my second key', client: 'Qoder/1.0' },
    ],
    [
      'of a key with a slash in its name',
      'work/laptop opencode/1.2.3 2026-03-02 17:25:14 Success',
      { source: 'work/laptop', client: 'opencode/1.2.3' },
    ],
    [
      'of a client with a remark in its name',
      'ci claude-cli/2.0.1 (external, cli) Model Inference 2026-03-02 17:25:14 Success',
      { source: 'ci', client: 'claude-cli/2.0.1 (external, cli)', call: 'Model Inference' },
    ],
    [
      'of a browser',
      'Login Device Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 2026-03-02 17:25:14 Success',
      { client: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' },
    ],
    [
      'with a call type that nobody knows',
      `Login Device\t${CLI}\tPlugin Query\t2026-03-02 17:25:14\tSuccess`,
      { call: 'Plugin Query' },
    ],
  ])('%s', (_, text, differs) => {
    expect(onlyRow(text)).toEqual({ ...DEVICE, time: at, ...differs })
  })

  it.each([
    ['a zone beside it', `Login Device ${CLI} 2026-03-02 17:25:14 +02:00 Success`, '2026-03-02T15:25:14Z'],
    ['an ISO time', `${ID} Login Device ${CLI} 2026-03-02T17:25:14.900Z Success`, '2026-03-02T17:25:14Z'],
  ])('%s dates it', (_, text, time) => {
    expect(onlyRow(text).time).toBe(time)
  })

  it('masks a key that stands for its name', () => {
    expect(onlyRow(`sk-kimi-0123456789abcdef0123 ${CLI} 2026-03-02 17:25:14 Success`).source).toBe(
      'sk-[masked]',
    )
  })
})

describe('prose', () => {
  it.each([
    'It stopped at 2026/03/02 17:25:14 and came back an hour later.',
    'With KimiCLI/1.16.0 at 2026/03/02 17:25:14 it died',
    'See notes/usage.md, changed 2026/03/02 17:25:14 by me',
    'Request ID | Source | Client | Time | Status',
    '2026-05-02 16:19:03.412 | INFO     | kimi_cli.app:run:12 - started',
    '{"at":"2026-03-02T17:25:14Z","body":"Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success"}',
    'The Login Device line is the only one I have.',
  ])('%s', (text) => {
    expect(rowsIn(text)).toEqual({ records: [], rejects: [] })
  })
})

describe('what looks like a row and is none', () => {
  const row = `Login Device ${CLI} 2026/03/02 17:25:14 Success`
  it.each([
    ['half a row', `${row}\nLogin Device ${CLI} 2026/03/02 17:2`, /cut off/],
    ['a third of a row', `${row}\nLogin Device Kim`, /half a row/],
    ['the beginning of one', `${row}\nLogin D`, /half a row/],
    ['half an id', `${ID} ${row}\n27d801a6-7d0d-43`, /half a row/],
    ['a day that does not exist', `Login Device ${CLI} 2026/02/30 17:25:14 Success`, /no such time/],
    ['an hour that does not exist', `Login Device ${CLI} 2026/03/02 25:25:14 Success`, /no such time/],
    [
      'a date that could be two',
      `Login Device ${CLI} 03/02/2026, 5:25:14 PM Success`,
      /leaves its date open/,
    ],
  ])('%s is refused', (_, text, reason) => {
    const { rejects } = rowsIn(text)
    expect(rejects).toHaveLength(1)
    expect(rejects.map(english).join()).toMatch(reason)
    expect(rejects[0]?.line).toBe(text.split('\n').length)
  })
})
