import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readHistoryRow } from '../../../../shared/parse/text/rows/history-row.ts'
import { RowPatterns } from '../../../../shared/parse/text/rows/row-pattern.ts'
import { CLI, ID } from './rows-in.ts'

const two = (max: number) => fc.nat(max).map((number) => String(number).padStart(2, '0'))
// Days and hours that do not exist among them
const date = fc
  .tuple(fc.constantFrom('2026', '2025', '0000'), fc.constantFrom('-', '/'), two(13), two(32))
  .map(([year, mark, month, day]) => [year, month, day].join(mark))
const time = fc.tuple(date, two(24), two(60), two(60)).map(([day, ...clock]) => `${day} ${clock.join(':')}`)
const digit = fc.constantFrom(...'0123456789abcdefABCDEF'.split(''))
const group = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length })
const uuid = fc.tuple(group(8), group(4), group(4), group(4), group(12)).map((groups) => groups.join('-'))

const separator = fc.constantFrom(' | ', '\t', ' ')
const row = fc
  .record({
    begin: fc.constantFrom('', '', '', '| ', '1. ', ' '),
    id: fc.option(uuid),
    source: fc.constantFrom('Login Device', '登录设备', 'editor key', '2026/03/0', ''),
    client: fc.constantFrom(CLI, 'Qoder/1.0', 'claude-cli/2.0.1 (external, cli)', ''),
    call: fc.constantFrom('Model Inference', ''),
    time,
    end: fc.constantFrom('Success', 'Failed', '', 'Z', '+08:00', '.5', '1', 'Throttled'),
    separator,
  })
  .map((cells) => {
    const { source, client, call, end } = cells
    const words = [cells.id ?? '', source, client, call, cells.time, end].filter((word) => word !== '')
    return cells.begin + words.join(cells.separator)
  })

/** A row with one thing in it changed, anywhere. */
const deviation = fc
  .tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'0129-/: |\tZTa+.：２'.split(''), ID))
  .map(([at, length, by]) => (text: string) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + by + text.slice(place + length)
  })
const same = fc.constant((text: string) => text)

it('reads what it reads as it is read in full', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(), time, uuid, fc.oneof(same, deviation)), { maxLength: 30 }),
      (rows, changes) => {
        const patterns = new RowPatterns()
        const alike = changes.map(([at, clock, id, deviate]) => {
          const text = (rows[at % rows.length] ?? '')
            .replace(/\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d/, clock)
            .replace(/[\da-fA-F]{8}-[\da-fA-F-]{27}/, id)
          return deviate(text)
        })
        for (const [line, text] of [...rows, ...alike].entries()) {
          const inFull = readHistoryRow(text, line, true)
          const read = patterns.read(text, line)
          if (read) expect(read).toEqual(inFull)
          else if (inFull) patterns.learn(text, inFull)
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('reads the rows of a history that are like the first', () => {
  const patterns = new RowPatterns()
  const first = `${ID} | Login Device | ${CLI} | 2026-03-02 17:25:14 | Success`
  const read = readHistoryRow(first, 1, false)
  if (read) patterns.learn(first, read)
  expect(
    [
      first,
      first.replace('17:25:14', '16:18:57'),
      first.replace('02 17', '01 23'),
      first.replace('2026-03-02', '2026/03/02'),
      first.replace(ID, '3F0D6F8E-0000-4000-8000-00000000000a'),
      first.replace('Success', 'Failed!'),
      first.replace('17:25', '24:25'),
      first.replace('03-02', '02-30'),
      first.replace(ID, `${ID.slice(0, 35)}g`),
      `${first} `,
    ].map((text) => patterns.read(text, 2) !== null),
  ).toEqual([true, true, true, true, true, false, false, false, false, false])
})
