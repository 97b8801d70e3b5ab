import { expect, it } from 'vitest'
import { CONVERSATION } from '../../../../shared/parse/log/wire/conversation.ts'
import { parseInput } from '../../../../shared/parse/parse-input.ts'
import { logFixture, readLog, zoneOf } from '../given-log.ts'

it('the fixture of a conversation is known in every line, and gives nothing', () => {
  const text = logFixture('context.jsonl')
  for (const line of text.trim().split('\n')) expect(CONVERSATION.recognise(line)).not.toBeNull()
  const { calls, errors, rejects } = readLog(CONVERSATION, text)
  expect([...calls, ...errors, ...rejects]).toEqual([])
})

it('not even an error that is quoted in it', () => {
  const raw = {
    at: null,
    via: 'file',
    input: 'context.jsonl',
    source: null,
    body: logFixture('context.jsonl'),
  } as const
  const { evidence, pieces } = parseInput(raw, { zone: zoneOf('UTC') })
  expect(evidence.errors).toEqual([])
  expect(pieces).toMatchObject([{ source: 'unrecognised', fromLine: 1, toLine: 6 }])
  expect(pieces[0]?.why).toBe('the conversation of a session, which is not read')
})

it.each(['{"role": "admin", "content": "x"}', '{"role": "user"}', '{"requests": []}'])(
  '%s is no line of one',
  (line) => {
    expect(CONVERSATION.recognise(line)).toBeNull()
  },
)
