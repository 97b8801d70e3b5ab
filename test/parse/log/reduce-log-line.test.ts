import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { logOfLine, reduceLogLine } from '../../../shared/parse/log/reduce/reduce-log-line.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'

const LOGS = fileURLToPath(new URL('../../fixtures/logs', import.meta.url))
const NAMES = readdirSync(LOGS).filter((name) => name !== 'context.jsonl')
const textOf = (name: string) => readFileSync(join(LOGS, name), 'utf8')

function reducedText(text: string): string {
  const lines = text.split('\n')
  const source = lines.map(logOfLine).find((found) => found !== null)
  if (!source) return ''
  const kept = lines.flatMap((line) => reduceLogLine(line, source)?.text ?? [])
  return `${kept.join('\n')}\n`
}

const read = (body: string, name: string) =>
  parseInput({ at: null, via: 'file', input: name, source: null, body }, { zone: 'unknown' }).evidence

/** What a log tells, without the place where it stands. */
const toldBy = ({ calls, errors }: Evidence) => ({
  calls: calls.map((call) => ({ ...call, origins: [] })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  errors: errors.map((error) => ({ ...error, origins: [] })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

it.each(NAMES)('%s: its reduced lines tell the same calls and refusals', (name) => {
  const whole = toldBy(read(textOf(name), name))
  expect(whole.calls.length).toBeGreaterThan(0)
  expect(toldBy(read(reducedText(textOf(name)), name))).toEqual(whole)
})

it.each(NAMES)('%s: reducing again changes nothing', (name) => {
  const once = reducedText(textOf(name))
  expect(reducedText(once)).toBe(once)
})

const SECRET = 'ein geheimer Satz aus /home/anna/projekt'

it.each([
  ['wire_log', `{"type":"turn.prompt","input":[{"type":"text","text":"${SECRET}"}],"time":1779256792000}`],
  ['wire_log', `{"type":"context.append_message","message":{"role":"user","content":"${SECRET}"},"time":1}`],
  ['wire_log', `{"time":1779256792000,"content":"${SECRET}","type":"something.new"}`],
  [
    'wire_log',
    `{"timestamp":1775104348.6,"message":{"type":"TurnBegin","payload":{"user_input":"${SECRET}"}}}`,
  ],
  [
    'wire_log',
    `{"timestamp":1775104348.6,"message":{"type":"ToolResult","payload":{"output":"geheim","message":"geheim"}}}`,
  ],
  [
    'wire_log',
    `{"type":"turn.ended","error":{"code":"provider.api_error","message":"400 ${SECRET}","details":{"statusCode":400}},"time":1779256792000}`,
  ],
  [
    'kimi_code_log',
    `2026-06-15T05:32:08.722Z WARN  llm request failed  turnStep=0.1 statusCode=400 cwd="${SECRET}" errorMessage="400 ${SECRET}"`,
  ],
  ['kimi_code_log', `2026-06-15T05:32:08.722Z INFO  tool called  path="${SECRET}"`],
  ['kimi_log', `2026-05-02 16:19:05.020 | ERROR    | kimi_cli.tools:run:9 | 1f0c - Cannot read ${SECRET}`],
  [
    'kimi_log',
    `2026-05-02 16:19:05.020 | ERROR    | kimi_cli.ui.shell:run:9 | 1f0c - LLM provider error: Error code: 400 - {'error': {'message': '${SECRET}'}}`,
  ],
  ['kimi_log', `ValueError: ${SECRET}`],
  ['kimi_log', `    prompt = "${SECRET}"`],
] as const)('%s keeps nothing that was said: %s', (source, line) => {
  expect(reduceLogLine(line, source)?.text ?? '').not.toMatch(/geheim|anna|projekt/)
})
