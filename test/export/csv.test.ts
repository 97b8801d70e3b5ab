import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeRecordsCsv } from '../../shared/export/csv.ts'
import { csvCell } from '../../shared/export/csv-cell.ts'
import { evidenceWith, page, row } from '../analyse/build.ts'
import { zone } from '../time/given.ts'

describe('a cell', () => {
  it.each([
    [null, ''],
    [429, '429'],
    [-1, '-1'],
    ['Qoder/1.0', 'Qoder/1.0'],
    ['a, "b"', '"a, ""b"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['  =HYPERLINK("http://x")', '"\'  =HYPERLINK(""http://x"")"'],
    ['\tx', "'\tx"],
  ])('%j is written %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it('never begins like a formula, whatever the text', () => {
    const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '"=', '')
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const shown = csvCell(start + rest).replace(/^"/, '')
        expect(shown).not.toMatch(/^\s*[=+\-@]|^[\t\r]/)
      }),
    )
  })
})

const lines = (zoneName: string, ...times: string[]) =>
  writeRecordsCsv(
    evidenceWith(page(times.map((time) => row(time)))),
    zoneName === 'unknown' ? 'unknown' : zone(zoneName),
  )
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(0, 3).join(' '))

describe('the usage history', () => {
  it('has a header, CRLF, and one line a row, newest first', () => {
    const text = writeRecordsCsv(
      evidenceWith(page([row('2026-03-02T15:18:57Z'), row('2026-03-02T16:22:28Z', { status: 200 })])),
      zone('+01:00'),
    )
    expect(text.split('\r\n').map((line) => line.replace(/,record:.*/, ''))).toEqual([
      'time_utc,local_time,utc_offset,request_id,source,source_name,client,call_type,model,status,outcome,printed_status,printed_time,id',
      '2026-03-02T16:22:28Z,2026-03-02 17:22:28,UTC+01:00,,login_device,,KimiCLI/1.16.0,,,200,success,Success,',
      '2026-03-02T15:18:57Z,2026-03-02 16:18:57,UTC+01:00,,login_device,,KimiCLI/1.16.0,,,,success,Success,',
      '',
    ])
  })

  it.each([
    ['unknown', '2026/03/02 16:18:57', ' 2026-03-02 16:18:57 '],
    ['+01:00', '2026/03/02 16:18:57', '2026-03-02T15:18:57Z 2026-03-02 16:18:57 UTC+01:00'],
    ['unknown', '2026-03-02T15:18:57Z', '2026-03-02T15:18:57Z  '],
    ['Asia/Kathmandu', '2026-03-02T15:18:57Z', '2026-03-02T15:18:57Z 2026-03-02 21:03:57 UTC+05:45'],
    // twice on that night, and not at all on this one: no instant is made up
    ['Europe/Berlin', '2026/10/25 02:30:00', ' 2026-10-25 02:30:00 '],
    ['Europe/Berlin', '2026/03/29 02:30:00', ' 2026-03-29 02:30:00 '],
  ])('in %s shows %s as %j', (zoneName, time, line) => {
    expect(lines(zoneName, time)).toEqual([line])
  })
})
