import type { Observer } from '../observe/observer.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import { isoOf, type CaseFile } from './case-file.ts'
import { clientWording } from './client-wording.ts'
import { localOf } from './local-time.ts'

interface LogLine {
  readonly at: number
  readonly text: string
}

/** The logs of Kimi's clients, one for each device, with the refusals given and the calls that they tell of. */
export function logFiles(world: World, observer: Observer, refused: readonly Call[]): readonly CaseFile[] {
  const { callsLogged, logsOf, until, errors } = observer
  const told =
    callsLogged && errors === 'log' ? world.calls.filter((call) => !call.refusal && call.end <= until) : []
  const calls = [...refused, ...told].filter(({ caller }) => logsOf === 'all' || caller.device === 0)
  return [...new Set(calls.map(({ caller }) => caller.device))].flatMap((device): readonly CaseFile[] => {
    const own = calls.filter(({ caller }) => caller.device === device)
    const client = own[0]?.caller.client ?? 'other'
    const lines = own
      .flatMap((call) => linesOf(call, client, world, observer))
      .toSorted((x, y) => x.at - y.at)
    const name = client === 'kimi-code' ? 'kimi-code' : client === 'kimi-cli' ? 'kimi' : 'client'
    const text = lines.map((line) => `${line.text}\n`).join('')
    const texts = own.filter(({ refusal }) => refusal !== null)
    return text === '' ? [] : [{ name: `${name}-${device + 1}.log`, text, texts }]
  })
}

function linesOf(
  call: Call,
  client: Call['caller']['client'],
  world: World,
  observer: Observer,
): readonly LogLine[] {
  const begin = call.start + observer.logAhead
  const end = call.end + observer.logAhead
  switch (client) {
    case 'kimi-code':
      return kimiCodeLines(call, begin, end, observer)
    case 'kimi-cli':
      return call.refusal ? [{ at: end, text: kimiCliLine(call, end, world, observer) }] : []
    case 'other': {
      if (!call.refusal) return []
      const { status, message, type } = clientWording(call, observer)
      const body = JSON.stringify({ error: { message, ...(type === null ? {} : { type }) } })
      return [{ at: end, text: `${isoOf(end)} ERROR api.kimi.com/coding/v1 status=${status} ${body}` }]
    }
  }
}

/** As the log of kimi-code has it (docs/kimi.md#logs-of-kimi-code); each call is a step of its own. */
function kimiCodeLines(call: Call, begin: number, end: number, observer: Observer): readonly LogLine[] {
  const step = `turnStep=${call.number}.1`
  const lines = [
    {
      at: begin - 1,
      text: `${isoOf(begin - 1)} INFO  llm config  ${step} provider=kimi model=kimi-for-coding modelAlias=kimi-code/kimi-for-coding`,
    },
    { at: begin, text: `${isoOf(begin)} INFO  llm request  ${step}` },
  ]
  if (!call.refusal) {
    const length = Math.floor(end) - Math.floor(begin)
    const first = Math.floor(length / 2)
    const took = `ttftMs=${first} streamDurationMs=${length - first} outputTokens=64`
    return [...lines, { at: end, text: `${isoOf(end)} INFO  llm response  ${step} ${took}` }]
  }
  const { status, message } = clientWording(call, observer)
  const said = `errorName=APIStatusError errorMessage=${JSON.stringify(`${status} ${message}`)} statusCode=${status}`
  return [
    ...lines,
    { at: end, text: `${isoOf(end)} WARN  llm request failed  ${step} model=kimi-for-coding ${said}` },
  ]
}

/** As kimi-cli logs a refused try, by the wall clock of its machine (docs/kimi.md#logs). */
function kimiCliLine(call: Call, end: number, { scenario }: World, observer: Observer): string {
  const { status, type, message } = clientWording(call, observer)
  const body = `{'error': {'message': ${JSON.stringify(message)}${type === null ? '' : `, 'type': '${type}'`}}}`
  const thousandths = String(Math.floor(end) % 1000).padStart(3, '0')
  const time = `${localOf(end, scenario.zone, '-')}.${thousandths}`
  return `${time} | WARNING  | kimi_cli.soul.kimisoul:_retry_log:1748 - Retrying step for the 1 time (last error: APIStatusError: Error code: ${status} - ${body}). Waiting 0.46 seconds.`
}
