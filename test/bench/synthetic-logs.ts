import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { SECOND } from '../../shared/time/duration.ts'

/** How large the logs of the benchmark are. */
export const LOG_BYTES = 200_000_000

const START = 1_784_000_000_000
const REFUSED = `APIStatusError: Error code: 429 - {'error': {'message': "We're receiving too many requests at the moment. Please wait a moment and try again.", 'type': 'rate_limit_reached_error'}}`

/** A step of work as kimi.log tells it: nine lines of no interest and an answer; one in three hundred is refused. */
function kimiLogStep(index: number): string {
  const session = `00000000-0000-4000-8000-${String(index % 7).padStart(12, '0')}`
  const line = (ms: number, level: string, name: string, message: string) => {
    const wall = new Date(START + index * 20 * SECOND + ms).toISOString().replace('T', ' ').replace('Z', '')
    return `${wall} | ${level.padEnd(8)} | ${name} | ${session} - ${message}\n`
  }
  const work = Array.from({ length: 9 }, (_, n) =>
    line(
      n * 400,
      'INFO',
      'kimi_cli.soul.toolset:handle:212',
      `Tool call ${n} finished: ReadFile in 0.${n}1s, 4211 characters`,
    ),
  )
  if (index % 300 === 0)
    work.push(
      line(
        4_000,
        'WARNING',
        'kimi_cli.soul.kimisoul:_retry_log:1748',
        `Retrying step for the 1 time (last error: ${REFUSED}). Waiting 0.46 seconds.`,
      ),
      line(5_000, 'ERROR', 'kimi_cli.ui.shell:run_soul_command:972', 'LLM provider error:'),
      'Traceback (most recent call last):\n',
      ...Array.from(
        { length: 40 },
        (_, n) =>
          `  File "site-packages/kosong/step_${n}.py", line ${n}, in generate\n    response = await create()\n`,
      ),
      `kosong.chat_provider.${REFUSED}\n`,
    )
  work.push(
    line(
      9_000,
      'INFO',
      'kimi_cli.soul.kimisoul:_step:1256',
      `LLM step completed in ${(index % 90) / 10 + 1}s (input=${18_000 + index}, output=304)`,
    ),
  )
  return work.join('')
}

/** A step as kimi-cli's wire.jsonl tells it: mostly what was said and what tools gave. */
function wireStep(index: number): string {
  const text = `# ${index}\nexport const answer = (question: string) => question.length // "额度"\n`.repeat(9)
  const record = (seconds: number, type: string, payload: unknown) =>
    `${JSON.stringify({ timestamp: START / SECOND + index * 20 + seconds, message: { type, payload } })}\n`
  return [
    record(0, 'StepBegin', { n: index }),
    ...Array.from({ length: 6 }, (_, n) => record(1 + n / 10, 'ContentPart', { type: 'text', text })),
    ...(index % 50 === 0
      ? [
          record(2, 'StepRetry', {
            n: index,
            next_attempt: 2,
            max_attempts: 3,
            wait_s: 0.4,
            error_type: 'APIStatusError',
            status_code: 429,
          }),
        ]
      : []),
    record(4, 'StatusUpdate', {
      context_usage: 0.2,
      token_usage: { input_other: 18, output: 3, input_cache_read: 100, input_cache_creation: 0 },
      message_id: `chatcmpl-${index}`,
    }),
    ...Array.from({ length: 2 }, (_, n) =>
      record(5 + n, 'ToolResult', { tool_call_id: `tool_${n}`, return_value: { output: text.repeat(6) } }),
    ),
  ].join('')
}

/** A step as kimi-code.log tells it: two lines, both of which count; one in three hundred is refused. */
function kimiCodeStep(index: number): string {
  const line = (ms: number, level: string, message: string) =>
    `${new Date(START + index * 20 * SECOND + ms).toISOString()} ${level.padEnd(5)} ${message}\n`
  const step = `turnStep=${Math.floor(index / 40)}.${(index % 40) + 1}`
  const end =
    index % 300 === 0
      ? line(
          480,
          'WARN',
          `llm request failed  ${step} model=kimi-code/kimi-for-coding errorName=APIProviderOverloadedError errorMessage="429 The engine is currently overloaded, please try again later" statusCode=429`,
        )
      : line(6_220, 'INFO', `llm response  ${step} ttftMs=812 streamDurationMs=5401 outputTokens=304`)
  return line(0, 'INFO', `llm request  ${step}`) + end
}

const STEPS = { 'wire.jsonl': wireStep, 'kimi-code.log': kimiCodeStep, 'kimi.log': kimiLogStep } as const

export type SyntheticLog = keyof typeof STEPS
export const SYNTHETIC_LOGS: readonly SyntheticLog[] = ['wire.jsonl', 'kimi-code.log', 'kimi.log']

export interface WrittenLog {
  readonly file: string
  readonly lines: number
  /** Requests in it, one for each step. */
  readonly calls: number
}

/** Writes a log of at least so many bytes where the client keeps it in its folder, which is this one. */
export async function writeSyntheticLog(
  kind: SyntheticLog,
  folder: string,
  length: number,
): Promise<WrittenLog> {
  const file = join(folder, 'sessions', kind.replaceAll('.', '-'), 'one', kind)
  await mkdir(dirname(file), { recursive: true })
  const out = createWriteStream(file)
  let [written, lines, index] = [0, 0, 0]
  while (written < length) {
    const steps = Array.from({ length: 50 }, (_, n) => STEPS[kind](index + n)).join('')
    index += 50
    lines += steps.split('\n').length - 1
    const bytes = Buffer.from(steps)
    written += bytes.length
    if (!out.write(bytes)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return { file, lines, calls: index }
}
