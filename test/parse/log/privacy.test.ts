import { describe, expect, it } from 'vitest'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import { logFixture, logFixtures, zoneOf } from './given-log.ts'

/** What must not leave a log. Each holds the word `planted`, however it is cut. */
const PLANTS = {
  prompt: 'Rewrite the planted billing module. Login is planted, never mind the rest of it',
  code: 'const planted = decrypt(plantedVault) // planted',
  path: '/srv/planted/customers/planted-list.csv',
  home: '/home/planted/.kimi/sessions/planted/wire.jsonl',
  windows: String.raw`C:\Users\planted\planted.ts`,
  key: 'sk-kimi-plantedplantedPLANTEDplanted0123456789',
  token: 'Bearer planted.planted-planted_planted',
  mail: 'planted.person@planted.example.org',
} as const

/** A refusal's own wording is kept where nobody knows it yet, since drift shows in it; what is personal in it is masked. */
const MASKED: readonly string[] = [
  PLANTS.path,
  PLANTS.home,
  PLANTS.windows,
  PLANTS.key,
  PLANTS.token,
  PLANTS.mail,
]
const ALL: readonly string[] = Object.values(PLANTS)
/** All at once, and those that might pass for a name. */
const FEW: readonly string[] = [ALL.join(' '), PLANTS.path, PLANTS.key, PLANTS.mail]

function everythingOf(body: string, input = 'wire.jsonl'): string {
  const { evidence, pieces } = parseInput(
    { at: null, via: 'file', input, source: null, body },
    { zone: zoneOf('Europe/Berlin') },
  )
  return JSON.stringify({ evidence, pieces }).toLowerCase()
}

const survivesIn = (body: string) => everythingOf(body).includes('planted')

/** The same value with `plant` in the place of one text after another, and the path of each. */
function* planted(value: unknown, plant: string, path = ''): Generator<readonly [string, unknown]> {
  if (typeof value === 'string') yield [path, plant]
  else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const [at, changed] of planted(item, plant, `${path}[]`)) yield [at, value.with(index, changed)]
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value))
      for (const [at, changed] of planted(item, plant, `${path}.${name}`))
        yield [at, { ...value, [name]: changed }]
}

describe('records of wire.jsonl: every text of every record', () => {
  it.each(logFixtures().filter((name) => name.endsWith('.jsonl')))(
    '%s',
    (name) => {
      const lines = logFixture(name).trim().split('\n')
      let tried = 0
      for (const [index, line] of lines.entries()) {
        const record: unknown = JSON.parse(line)
        for (const plant of FEW)
          for (const [path, changed] of planted(record, plant)) {
            if (path === '.error.message' && !MASKED.includes(plant)) continue
            const body = lines.with(index, JSON.stringify(changed)).join('\n')
            tried += 1
            if (survivesIn(body)) expect.fail(`${plant} survives in ${path} of line ${index + 1}`)
          }
      }
      expect(tried).toBeGreaterThan(30)
    },
    60_000,
  )

  it.each([400, 404, 499])('a message about the request (%d) may quote it, and is dropped', (statusCode) => {
    for (const message of ALL) {
      const error = {
        code: 'provider.api_error',
        message: `${statusCode} ${message}`,
        details: { statusCode },
      }
      const record = { type: 'turn.ended', reason: 'failed', error, time: 1787208805000 }
      expect(survivesIn(JSON.stringify(record))).toBe(false)
    }
  })

  it('a record that is cut off or broken shows its time and type only', () => {
    for (const plant of ALL) {
      const text = JSON.stringify(plant).slice(0, -1)
      const broken = [
        `{"timestamp": 1775104348.646, "message": {"type": "TurnBegin", "payload": {"user_input": ${text}`,
        `{"timestamp": 1775104349.646, "message": {"type": "${plant.slice(0, 20)}`,
        `{"type":"turn.prompt","input":[{"type":"text","text":${text}`,
      ]
      expect(survivesIn(`${logFixture('wire-cli-1.3.jsonl')}${broken[0]}\n${broken[1]}`)).toBe(false)
      expect(survivesIn(`${logFixture('wire-code-1.4.jsonl')}${broken[2]}`)).toBe(false)
    }
  })
})

describe('kimi.log: every part of every entry', () => {
  const head = '2026-05-02 16:19:03.412 | WARNING  | kimi_cli.soul.kimisoul:_step:12'
  const refused = (body: string) =>
    `Retrying step for the 1 time (last error: APIStatusError: Error code: ${body}). Waiting 0.4 seconds.`

  it.each(ALL)('%s', (plant) => {
    const quoted = plant.replaceAll('\\', '\\\\')
    const entries = [
      `${head} - ${plant}`,
      `${head} | ${plant.replaceAll(' ', '_')} - LLM step completed in 1.0s (input=1, output=1)`,
      `${head.replace('_step', plant.replaceAll(' ', '_'))} | sid - LLM step completed in 1.0s (input=1, output=1)`,
      `${head} | sid - LLM step completed in ${plant}s (input=1, output=1)`,
      `${head} | sid - ${refused(`429 - {'error': {'type': '${quoted}', 'message': 'The engine is currently overloaded, please try again later'}}`)}`,
      `${head} | sid - ${refused(`400 - {'error': {'message': '${quoted}'}}`)}`,
      `${head} | sid - ${refused(`502 - <html>`)}\n${plant}\n${head} - ${plant}`,
      `${head} | sid - LLM provider error:\nTraceback (most recent call last):\n  File "${plant}", line 1, in planted\n    ${plant}\nValueError: ${plant}`,
      `${head} | sid - LLM provider error: ${plant}`,
      `${head} | sid - Retrying step for the 1 time (last error: ValueError: ${plant}). Waiting 0.4 seconds.`,
      `${head} | sid - Running command ${plant}\n${plant}\n  ${plant}`,
      `${head} | sid - LLM step completed in 1.0s ${plant}`,
      head.slice(0, 40) + plant,
    ]
    for (const entry of entries)
      if (survivesIn(`${logFixture('kimi-1.42.log')}${entry}`)) expect.fail(`it survives in ${entry}`)
  })

  it.each(MASKED)('%s in a refusal that nobody knows', (plant) => {
    const quoted = plant.replaceAll('\\', '\\\\')
    const entry = `${head} | sid - ${refused(`403 - {'error': {'message': 'A new rule says no to ${quoted} today.'}}`)}`
    const said = everythingOf(entry)
    expect(said).not.toContain('planted')
    expect(said).toContain('"a □ no to □ today."')
  })
})

describe('kimi-code.log: every pair of every entry', () => {
  const names = [
    'turnStep',
    'attempt',
    'model',
    'modelAlias',
    'provider',
    'errorName',
    'statusCode',
    'ttftMs',
    'cwd',
  ]

  it.each(ALL)('%s', (plant) => {
    const quoted = `"${plant.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    const entries = [
      ...['llm request', 'llm response', 'llm request failed', 'llm config'].flatMap((message) =>
        names.map((name) => `WARN  ${message}  ${name}=${quoted} outputTokens=1`),
      ),
      `WARN  llm request failed  errorMessage=${quoted} statusCode=400`,
      `WARN  llm request failed  errorMessage=${quoted}`,
      `WARN  llm request failed  errorMessage=${quoted.slice(0, -1)}`,
      `INFO  ${plant}`,
      `INFO  ${plant}  turnStep=0.1`,
      `INFO  llm request  ${plant}`,
    ]
    for (const entry of entries)
      if (survivesIn(`${logFixture('kimi-code-2.log')}2026-08-20T08:00:00.000Z ${entry}`))
        expect.fail(`it survives in ${entry}`)
  })

  it.each(MASKED)('%s in a refusal that nobody knows', (plant) => {
    const quoted = plant.replaceAll('\\', '\\\\')
    const entry = `2026-08-20T08:00:00.000Z WARN  llm request failed  errorMessage="403 A new rule says no to ${quoted} today." statusCode=403`
    expect(survivesIn(entry)).toBe(false)
  })
})

it('a conversation is known, and nothing of it is read', () => {
  const lines = ALL.map((content) => JSON.stringify({ role: 'user', content }))
  const quoting = JSON.stringify({
    role: 'user',
    content: 'Error code: 429 - planted, {"usage":{"limit":"100"}}',
  })
  const said = everythingOf([...lines, quoting].join('\n'))
  expect(said).not.toContain('planted')
  expect(said).toContain('"errors":0')
})
