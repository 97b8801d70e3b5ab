import { expect, it } from 'vitest'
import { readInput } from '../../../shared/intake.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import type { Source } from '../../../web/data/intake/jobs.ts'
import { hasLines, withoutPieces } from '../../../web/pages/bring-in/pieces/left-out.ts'

const ROW = 'Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success'
const ERROR = "Error code: 403 - You've reached your 5-hour usage limit"
const TEXT = [ROW, '', 'and then', '', ERROR, '', 'that was all'].join('\n')

const read = (body: string) =>
  readInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: UNKNOWN_ZONE })
const source = (body: string): Source => ({ via: 'paste', name: 'paste', body })

it('a piece that is left out takes nothing else with it, and the others keep their lines', async () => {
  const { pieces, evidence } = read(TEXT)
  expect([evidence.records.length, evidence.errors.length]).toEqual([1, 1])
  const error = pieces.filter(({ counts }) => counts.errors > 0)
  const rest = await withoutPieces(source(TEXT), error)
  const left = read('body' in rest ? rest.body : '')
  expect(left.evidence.errors).toEqual([])
  expect(left.evidence.records.map(({ id }) => id)).toEqual(evidence.records.map(({ id }) => id))
  expect(left.pieces[0]?.fromLine).toBe(1)
})

it('none left out is the input itself, also of a file', async () => {
  const whole = source(TEXT)
  expect(await withoutPieces(whole, [])).toBe(whole)
  const file = { via: 'file', name: 'a.txt', file: new File([TEXT], 'a.txt') } as const
  const rest = await withoutPieces(file, [{ source: 'unrecognised', fromLine: 1, toLine: 4 }])
  expect(rest).toMatchObject({ via: 'file', name: 'a.txt', body: `\n\n\n\n${ERROR}\n\nthat was all` })
})

it.each([
  ['a text of several pieces', TEXT, true],
  ['a text of one piece', ROW, false],
])('%s: %s', (_, body, can) => {
  expect(hasLines(source(body), read(body).pieces)).toBe(can)
})

it('a file that is too large to be held, and one in an archive, have no lines', () => {
  const { pieces } = read(TEXT)
  const large = new File([new Uint8Array(8 * 1024 * 1024 + 1)], 'large.log')
  expect(hasLines({ via: 'file', name: 'large.log', file: large }, pieces)).toBe(false)
  expect(
    hasLines(
      source(TEXT),
      pieces.map((each) => ({ ...each, file: 'in.zip' })),
    ),
  ).toBe(false)
})
