import { expect, it } from 'vitest'
import { withoutControls } from '../../shared/evidence/without-controls.ts'
import { labelOfPath } from '../../shared/parse/stream/entry-label.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'

/** Sets the title of a terminal, turns its text red, clears it, goes back to the beginning of the line, turns the direction. */
const HOSTILE = '\u001B]0;owned\u0007\u001B[31m\u009B2J\rKimiCLI\u202E'
const CONTROLS = /[\p{Cc}\u202E]/u

it.each([
  ['an escape', 'a\u001B[31mb', 'a\uFFFD[31mb'],
  ['a return alone', 'a\rb', 'a\uFFFDb'],
  ['halves of a character', 'a\uD83Db\uDC4D👍', 'a\uFFFDb\uFFFD👍'],
  ['line ends and tabs', 'a\r\nb\tc\n', 'a\r\nb\tc\n'],
  ['other writings and signs', '额度已用尽 … é 👍🏽 עברית', '额度已用尽 … é 👍🏽 עברית'],
])('%s', (_, text, expected) => {
  expect(withoutControls(text)).toBe(expected)
})

it('no name of an entry of an archive moves the cursor of whoever reads of it', () => {
  expect(labelOfPath(`logs/${HOSTILE}.log`)).not.toMatch(CONTROLS)
})

it('no name that a service gives has one when it is kept', () => {
  const row = {
    requestId: 'r1',
    requestTime: '2026-03-02T15:22:28Z',
    userAgent: `${HOSTILE}/1`,
    model: HOSTILE,
    apiKey: { name: HOSTILE },
  }
  const body = JSON.stringify({ requests: [row], devices: [{ deviceName: HOSTILE, platform: HOSTILE }] })
  const devices = JSON.stringify({ devices: [{ deviceName: HOSTILE, platform: HOSTILE }] })
  for (const each of [body, devices]) {
    const raw = { at: null, via: 'file', input: 'a.json', source: null, body: each } as const
    const { evidence } = parseInput(raw, { zone: 'unknown' })
    const texts: string[] = []
    JSON.stringify(evidence, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value)
      return value
    })
    expect(evidence.records.length + evidence.devices.length).toBeGreaterThan(0)
    expect(texts.filter((text) => CONTROLS.test(text))).toEqual([])
  }
})

const LIMIT = "You've reached your usage limit for this billing cycle."

it.each([
  [
    'a name',
    `{"requests":[{"requestId":"r1","requestTime":"2026-03-02T15:22:28Z","userAgent":"a\\ud83d/1"}]}`,
  ],
  ['a message', `{"error":{"message":"${LIMIT}\\udc4d"}}`],
  [
    'a message that is cut in one',
    `{"error":{"message":"${LIMIT} ${'x'.repeat(397 - LIMIT.length)}👍 and more"}}`,
  ],
  ['an excerpt that is cut in one', `{"requests":[{"requestId":"${'x'.repeat(119)}👍👍"}]}`],
  ['a long name', `{"apiKeys":[{"name":"${'n'.repeat(3_998)}👍👍"}]}`],
])('no half of a character is kept: of %s', (_, body) => {
  const raw = { at: null, via: 'file', input: 'a.json', source: null, body } as const
  const { evidence } = parseInput(raw, { zone: 'unknown' })
  expect(JSON.stringify(evidence)).toMatch(/\uFFFD|…/)
  expect(JSON.stringify(evidence)).not.toMatch(/\\u[dD][89a-fA-F]/)
})
