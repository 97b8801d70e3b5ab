import { describe, expect, it } from 'vitest'
import { readZone } from '../../../shared/time/zone.ts'
import { writeWallTime } from '../../../shared/time/wall.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { parseHistoryRows } from '../../../shared/parse/text/history-rows.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { fixture, paste } from '../paste.ts'

const ID = '27d801a6-7d0d-433e-bf1b-4d0b88406e57'
const CLI = 'KimiCLI/1.16.0'

function rowsIn(text: string, zone = 'unknown') {
  const known = readZone(zone)
  if (known === null) throw new Error(`not a zone: ${zone}`)
  const { records = [], rejects = [] } = parseHistoryRows(
    { text, line: 1 },
    { capture: 'capture:1', at: null, via: 'paste', input: 'paste', zone: known },
  )
  return { records, rejects }
}

const timeOf = (when: When) =>
  when.kind === 'local'
    ? writeWallTime(when.local.wall)
    : when.kind === 'span'
      ? writeInstant(when.span.from)
      : null

function onlyRow(text: string) {
  const { records, rejects } = rowsIn(text)
  expect(rejects).toEqual([])
  expect(records).toHaveLength(1)
  const [row] = records
  if (!row) throw new Error('no row')
  const { requestId, source, userAgent, callType, outcome, status, statusText, when } = row
  return {
    id: requestId,
    source: source.kind === 'login_device' ? 'device' : source.name,
    client: userAgent,
    call: callType,
    time: timeOf(when),
    outcome,
    status,
    text: statusText,
  }
}

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
    'See docs/usage.md, changed 2026/03/02 17:25:14 by me',
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
    expect(rejects[0]?.reason).toMatch(reason)
    expect(rejects[0]?.line).toBe(text.split('\n').length)
  })
})

describe('a page', () => {
  const seed = fixture('seed/usage-history.txt').trim()
  const turned = seed.split('\n').toReversed().join('\n')

  it('of the seed: nine rows, newest first', () => {
    const { records, rejects } = rowsIn(seed)
    expect(rejects).toEqual([])
    expect(records.map((record) => timeOf(record.when)?.slice(11))).toEqual([
      '17:25:14',
      '17:25:08',
      '17:24:49',
      '17:24:29',
      '17:23:20',
      '17:23:14',
      '17:22:55',
      '17:22:28',
      '16:18:57',
    ])
    expect(records[8]?.origins).toEqual([{ capture: 'capture:1', at: 'line 9' }])
  })

  it.each([
    ['oldest first', turned],
    ['with CRLF', seed.replaceAll('\n', '\r\n')],
    ['quoted', seed.replaceAll(/^/gm, '> ')],
    ['in a fence', `\`\`\`\n${seed}\n\`\`\``],
    ['double-spaced', seed.replaceAll('\n', '\n\n')],
    ['between tabs', seed.replaceAll(/ (?=KimiCLI|2026|Success)/g, '\t')],
    [
      'as an HTML table',
      `<table>${seed.replaceAll(/^(.+?) (Kimi\S+) (\S+ \S+) (\S+)$/gm, '<tr><td>$1</td><td>$2</td><td>$3</td><td>$4</td></tr>')}</table>`,
    ],
    ['with every cell on its line', seed.replaceAll(/ (?=KimiCLI|2026|Success)/g, '\n')],
    [
      'with every cell on its line, double-spaced',
      seed.replaceAll(/ (?=KimiCLI|2026|Success)/g, '\n\n').replaceAll(/Success\n/g, 'Success\n\n'),
    ],
    [
      'as HTML without a table',
      seed.replaceAll(
        /^(.+?) (Kimi\S+) (\S+ \S+) (\S+)$/gm,
        '<div class="row"><div>$1</div><div>$2</div><div>$3</div><div>$4</div></div>',
      ),
    ],
    ['with dashes', seed.replaceAll('2026/03/02', '2026-03-02')],
    ['with odd spaces', seed.replaceAll(' ', '\u00A0')],
  ])('%s it is the same page', (_, text) => {
    const page = paste(text).evidence
    const plain = paste(seed).evidence
    expect(page.records.map((record) => record.id)).toEqual(plain.records.map((record) => record.id))
    expect(page.captures[0]?.recordIds).toEqual(plain.captures[0]?.recordIds)
    expect(page.rejects).toEqual([])
  })

  it('with every cell on its line, ids, and a status that nobody knows', () => {
    const cells = (n: number, status: string) => [
      `27d801a6-7d0d-433e-bf1b-4d0b8840000${n}`,
      'my key',
      'Qoder/1.0',
      'Model Inference',
      `2026-06-12 08:10:1${n}`,
      status,
    ]
    const text = [...cells(3, 'Throttled'), ...cells(2, 'Success'), ...cells(1, 'Failed')].join('\n')
    const { records, rejects } = rowsIn(`Usage History\n${text}\nThat is all.`)
    expect(rejects).toEqual([])
    expect(records.map(({ statusText, outcome, source }) => [statusText, outcome, source.name])).toEqual([
      ['Throttled', 'unknown', 'my key'],
      ['Success', 'success', 'my key'],
      ['Failed', 'failure', 'my key'],
    ])
  })

  it('tells equal rows apart by their place, whichever way round', () => {
    const row = `Login Device ${CLI} 2026/03/02 17:25:14 Success`
    const page = [row, row, `Login Device ${CLI} 2026/03/02 17:25:13 Success`, row.replace(CLI, 'Qoder/1.0')]
    const ids = rowsIn(page.join('\n')).records.map((record) => record.id)
    expect(new Set(ids).size).toBe(4)
    const back = rowsIn(page.toReversed().join('\n')).records.map((record) => record.id)
    expect(back.toSorted()).toEqual(ids.toSorted())
  })

  it('takes a request that was copied twice once', () => {
    const row = `${ID} Login Device ${CLI} 2026/03/02 17:25:14 Success`
    expect(rowsIn(`${row}\n${row}`).records).toHaveLength(1)
  })

  it('says when it has columns that are not known', () => {
    const text = `Login Device\t${CLI}\tModel Inference\tk3\t2026/03/02 17:25:14\tSuccess\t0.14%`
    expect(paste(text).evidence).toMatchObject({
      records: [{ callType: 'Model Inference', outcome: 'success' }],
      unknownFields: [{ source: 'history_text', count: 1 }],
    })
  })

  it.each(['posts/history-table.html', 'posts/zh-post.md', 'posts/forum-post.md'])('%s', (path) => {
    const records = rowsIn(fixture(path)).records.map(
      ({ source, userAgent, callType, outcome, statusText, when }) =>
        [timeOf(when), source.name ?? source.kind, userAgent, callType, outcome, statusText].join(' · '),
    )
    expect(records).toMatchSnapshot()
  })
})

describe('zones', () => {
  const row = (time: string) => `Login Device ${CLI} ${time} Success`
  it.each([
    ['+01:00', '2026/03/02 17:25:14', { kind: 'span', span: { from: Date.UTC(2026, 2, 2, 16, 25, 14) } }],
    ['unknown', '2026/03/02 17:25:14', { kind: 'local', local: { text: '2026/03/02 17:25:14', zone: null } }],
    ['Europe/Berlin', '2026/10/25 02:30:00', { kind: 'span', ambiguous: true }],
    ['Europe/Berlin', '2026/03/29 02:30:00', { kind: 'local', skipped: true }],
    [
      'Asia/Shanghai',
      '2026/03/02 17:25:14',
      { kind: 'span', span: { from: Date.UTC(2026, 2, 2, 9, 25, 14) } },
    ],
  ])('%s %s', (zone, time, when) => {
    expect(rowsIn(row(time), zone).records[0]?.when).toMatchObject(when)
  })
})
