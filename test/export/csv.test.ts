import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { writeCsv } from '../../shared/export/csv.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { csvCell } from '../../shared/export/csv-cell.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

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

const csvOf = (zoneName: string, evidence: Evidence) =>
  writeCsv(
    analyse(evidence, { now: at('2027-01-01T00:00:00Z'), zone: zoneNamed(zoneName), rules: DEFAULT_RULES }),
  )

const lines = (zoneName: string, ...times: string[]) =>
  csvOf(zoneName, evidenceWith(page(times.map((time) => row(time)))))
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(0, 3).join(' '))

describe('the usage history', () => {
  it('has a header, CRLF, and one line a row, newest first', () => {
    const text = csvOf(
      '+01:00',
      evidenceWith(page([row('2026-03-02T15:18:57Z'), row('2026-03-02T16:22:28Z', { status: 200 })])),
    )
    expect(text.split('\r\n').map((line) => line.replace(/,record:.*/, ''))).toEqual([
      'time_utc,local_time,utc_offset,request_id,source,source_name,client,call_type,model,status,outcome,printed_status,printed_time,id,kind,error_class,message,product,tries,window,pool,used_percent,resets_at,cap,example,installation',
      '2026-03-02T16:22:28Z,2026-03-02 17:22:28,UTC+01:00,,login_device,,KimiCLI/1.16.0,,,200,success,Success,',
      '2026-03-02T15:18:57Z,2026-03-02 16:18:57,UTC+01:00,,login_device,,KimiCLI/1.16.0,,,,success,Success,',
      '',
    ])
  })

  it('has every error and every meter, whether or not a fact cites it', () => {
    const text = csvOf(
      'UTC',
      evidenceWith(page([row('2026-03-02T15:00:00Z')]), {
        errors: [refusal('window_5h', '2026-03-02T16:00:00Z')],
        snapshots: [
          snapshot('2026-03-02T17:00:00Z', [meter('5h', 120, '2026-03-02T18:00:00Z'), meter('7d', 3, null)], {
            cap: 30,
          }),
        ],
      }),
    )
    const shown = text.split('\r\n').map((line) => {
      const cells = line.split(',')
      return [cells[0], ...cells.slice(14)].join(' ').trim()
    })
    expect(shown.slice(1, -1)).toEqual([
      '2026-03-02T17:00:00Z reading     5h  120 2026-03-02T18:00:00Z 30',
      '2026-03-02T17:00:00Z reading     7d  3  30',
      "2026-03-02T16:00:00Z error window_5h You've reached your 5-hour usage limit. kimi_code 1",
      '2026-03-02T15:00:00Z request',
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
