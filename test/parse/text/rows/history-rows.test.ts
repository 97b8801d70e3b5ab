import { describe, expect, it } from 'vitest'
import { fixture, paste } from '../../paste.ts'
import { CLI, ID, rowsIn, timeOf } from './rows-in.ts'

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
