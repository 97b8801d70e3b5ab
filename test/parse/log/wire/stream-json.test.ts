import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseInput } from '../../../../shared/parse/parse-input.ts'
import { sayErrors, zoneOf } from '../given-log.ts'

const FIXTURE = readFileSync(new URL('../../../fixtures/client/stream.jsonl', import.meta.url), 'utf8')

it('the fixture tells one refused try, without a time, and nothing of the conversation around it', () => {
  const raw = { at: null, via: 'file', input: 'stdout.txt', source: null, body: FIXTURE } as const
  const { evidence, pieces } = parseInput(raw, { zone: zoneOf('UTC') })
  expect(sayErrors(evidence.errors)).toEqual(['undated rate_or_concurrency 429'])
  expect(evidence.rejects).toEqual([])
  expect(JSON.stringify({ evidence, pieces })).not.toMatch(/canary|session_/i)
})
