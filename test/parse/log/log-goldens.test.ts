import { describe, expect, it } from 'vitest'
import { readBundle } from '../../../shared/export/bundle/read-bundle.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import { at } from '../../time/given.ts'
import { writeGolden } from '../given-json.ts'
import { logFixture, logFixtures, zoneOf } from './given-log.ts'

const SOURCE_OF: Readonly<Record<string, string>> = {
  'context.jsonl': 'unrecognised',
  'kimi-1.16.log': 'kimi_log',
  'kimi-1.42.log': 'kimi_log',
  'kimi-code-1.log': 'kimi_code_log',
  'kimi-code-2.log': 'kimi_code_log',
  'wire-cli-1.10.jsonl': 'wire_log',
  'wire-cli-1.3.jsonl': 'wire_log',
  'wire-code-1.4.jsonl': 'wire_log',
  'wire-code-1.5.jsonl': 'wire_log',
}

it('every log is listed here', () => {
  expect(Object.keys(SOURCE_OF)).toEqual(logFixtures())
})

describe.each(logFixtures())('fixture %s', (name) => {
  const parse = (zone: string) =>
    parseInput(
      { at: null, via: 'file', input: name, source: null, body: logFixture(name) },
      { zone: zoneOf(zone) },
    )
  const { evidence, pieces } = parse('Europe/Berlin')

  it('is one piece of one source', () => {
    expect(pieces.map(({ source }) => source)).toEqual([SOURCE_OF[name]])
    expect(evidence.captures.map(({ source }) => source)).toEqual([SOURCE_OF[name]])
  })

  it('gives the golden evidence', async () => {
    await expect(writeGolden(evidence)).toMatchFileSnapshot(`../golden/logs/${name}.golden.json`)
  })

  it.each(['Europe/Berlin', 'unknown'])('goes through a bundle and back, read in %s', (zone) => {
    const given = parse(zone).evidence
    const written = writeBundle(given, {
      writtenAt: at('2026-11-25T00:00:00Z'),
      zone: 'unknown',
      masking: 'none',
    })
    const read = readBundle(written)
    expect(read.ok ? read.evidence : read.reason).toEqual(given)
  })
})
