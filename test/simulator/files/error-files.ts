import { MINUTE } from '../../../shared/time/duration.ts'
import { isLastTry } from '../observe/error-texts.ts'
import type { Observer } from '../observe/observer.ts'
import { quotaBody } from '../observe/quota-body.ts'
import type { Random } from '../random.ts'
import type { Call } from '../world/call.ts'
import type { World } from '../world/run.ts'
import { isoOf, type CaseFile } from './case-file.ts'
import { clientWording } from './client-wording.ts'
import { logFiles } from './log-files.ts'

/** The errors that somebody kept: logs of the clients, notes with a time to the minute, or one text without any. */
export function errorFiles(world: World, observer: Observer, random: Random): readonly CaseFile[] {
  const refused = world.calls.filter(({ refusal, end }) => refusal && end <= observer.until)
  const [first] = refused
  if (!first) return observer.errors.startsWith('log') ? logFiles(world, observer, []) : []
  const one = refused[random.whole(0, refused.length - 1)] ?? first
  switch (observer.errors) {
    case 'log':
      return logFiles(world, observer, refused)
    case 'log_last_try':
      return logFiles(world, observer, refused.filter(isLastTry))
    case 'few_dated': {
      const few = new Set([one, ...refused.filter(() => random.chance(2 / refused.length))])
      const lines = [...few].map((call) => `${minuteOf(call, observer)} ${textOf(call, observer)}\n`)
      return [{ name: 'errors.txt', text: lines.join(''), texts: [...few] }]
    }
    case 'undated':
      return [{ name: 'errors.txt', text: `${textOf(one, observer)}\n` }]
    case 'with_reading': {
      const body = quotaBody(world, observer, Math.floor(one.end + random.between(5_000, 90_000)))
      return [{ name: 'errors.txt', text: `${textOf(one, observer)}\n\n${JSON.stringify(body)}\n` }]
    }
    case 'none':
      return []
  }
}

function textOf(call: Call, observer: Observer): string {
  const { status, type, message } = clientWording(call, observer)
  return `Error code: ${status} - ${JSON.stringify({ error: { message, ...(type === null ? {} : { type }) } })}`
}

const minuteOf = ({ end }: Call, { logAhead }: Observer): string =>
  `${isoOf(Math.floor((end + logAhead) / MINUTE) * MINUTE).slice(0, 16)}Z`
