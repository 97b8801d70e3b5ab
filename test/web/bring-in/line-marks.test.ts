import { expect, it } from 'vitest'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { readSource, summaryOf, type ReadOptions } from '../../../web/data/intake/read-source.ts'
import { lineMarks } from '../../../web/pages/bring-in/pieces/line-marks.ts'
import { readFileSync } from 'node:fs'
import { at as instantAt } from '../../time/given.ts'

const seed = (name: string) => readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8')
const BROKEN = 'Login Device KimiCLI/1.16.0 2026/03/02 17:99:14 Success'

async function marksOf(body: string) {
  const options: ReadOptions = {
    zone: UNKNOWN_ZONE,
    readAt: instantAt('2026-11-30T12:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => {},
  }
  const summary = summaryOf(await readSource({ via: 'paste', name: 'paste', body }, options))
  return { summary, marks: lineMarks(summary, body.split('\n').length) }
}

it('every line of a paste has one mark, in order: rows, a row that cannot be read, words, a panel, an error', async () => {
  const history = seed('usage-history.txt').trimEnd()
  const body = [
    history,
    BROKEN,
    'and this is what I saw:',
    seed('cli-panel.txt').trimEnd(),
    seed('error.txt').trimEnd(),
  ].join('\n')
  const { marks } = await marksOf(body)
  const count = body.split('\n').length
  expect(marks.map(({ line }) => line)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  const at = (line: number) => marks.find((mark) => mark.line === line)
  expect(at(1)).toMatchObject({ kind: 'evidence', source: 'history_text', begins: true })
  expect(at(2)).toMatchObject({ kind: 'evidence', begins: false })
  expect(at(10)).toMatchObject({ kind: 'reject', source: null })
  expect(at(11)).toMatchObject({ kind: 'prose' })
  expect(at(13)).toMatchObject({ kind: 'evidence', source: 'quota_panel' })
  expect(at(count)).toMatchObject({ kind: 'evidence', source: 'error_text' })
})

it('lines beyond those that are drawn have none', async () => {
  const { summary } = await marksOf(seed('usage-history.txt'))
  expect(lineMarks(summary, 3)).toHaveLength(3)
})
