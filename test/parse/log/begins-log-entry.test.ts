import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { beginsLogEntry } from '../../../shared/parse/log/begins-log-entry.ts'
import { formatOfLine, LOG_FORMATS } from '../../../shared/parse/log/log-formats.ts'
import { fixture } from '../paste.ts'

const names = readdirSync(new URL('../../fixtures/logs', import.meta.url)).filter(
  (name) => name !== 'README.md',
)
const lines = [...names.map((name) => `logs/${name}`), 'client/stream.jsonl'].flatMap((name) =>
  fixture(name).split('\n'),
)

it('knows a first line where one of the formats does, and nowhere else', () => {
  expect(lines.filter((line) => beginsLogEntry(line) !== (formatOfLine(line) !== null))).toEqual([])
})

it('is asked about every format', () => {
  const seen = new Set(lines.map((line) => formatOfLine(line)))
  expect(LOG_FORMATS.filter((format) => !seen.has(format)).map(({ source }) => source)).toEqual([])
})
