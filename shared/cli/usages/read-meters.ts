import { parseJson } from '../../parse/json/parse-json.ts'
import { scrubBody } from '../../parse/scrub/scrub.ts'
import { z } from '../../parse/zod.ts'
import {
  afterAnswer,
  mayAsk,
  newUsagesReader,
  SHORTEST_READ,
  usagesAddress,
  usagesReaderSchema,
  type UsagesHost,
  type UsagesReader,
} from '../../recorder/usages-reader.ts'
import { HOUR } from '../../time/duration.ts'
import { later, writeInstant, type Instant } from '../../time/instant.ts'
import { writeReasonOf } from '../input/file-reasons.ts'
import { stateFile } from '../state-file.ts'
import type { Answer, World } from '../world.ts'

/** Reading the meters with the person's own key. */
export interface MeterReader {
  readonly host: UsagesHost
  readonly key: string
}

/** What is remembered between two runs: never the key. */
const stateSchema = z.object({ reader: usagesReaderSchema })

/**
 * The meters as a line of captures (NDJSON), where it is time to ask: at most once in five minutes, also over several runs
 * of the command, and less often where the service asks for it. The attempt is written down before it is made; where that
 * cannot be done nobody is asked. What goes wrong is one line.
 */
export async function readMeters(meters: MeterReader, world: World): Promise<readonly string[]> {
  const file = stateFile(`usages-${meters.host}.json`, world)
  const now = world.clock.now()
  const known = withSecondChance(
    (await knownReader(file, world)) ?? newUsagesReader(meters.host, '', now),
    now,
  )
  if (!mayAsk(known, now)) return []
  try {
    await writeState(file, afterAnswer(known, NO_ANSWER, now), world)
  } catch (error) {
    world.complain(`the meters are not read: ${file} could not be written: ${writeReasonOf(error)}`)
    return []
  }
  const answer = await ask(meters, world)
  await writeState(file, afterAnswer(known, answer ?? NO_ANSWER, now), world)
  if (answer === null || answer.body === null) {
    world.complain(complaint(answer, meters.host))
    return []
  }
  return [captureLine(answer.body, meters.host, now)]
}

const NO_ANSWER = { status: null, retryAfter: null } as const

async function ask({ host, key }: MeterReader, world: World): Promise<Answer | null> {
  try {
    return await world.ask(usagesAddress(host), key)
  } catch {
    return null // no network, or no answer in time
  }
}

const captureLine = (body: string, host: UsagesHost, at: Instant): string =>
  JSON.stringify({
    at: writeInstant(at),
    source: 'usages',
    via: 'api',
    input: usagesAddress(host),
    body: scrubBody(body, 'usages').body,
  })

function complaint(answer: Answer | null, host: UsagesHost): string {
  if (answer === null) return `${host} gave no answer; it is asked again later`
  if (answer.status === 401) return `${host} does not know the key in KIMI_API_KEY`
  return `${host} answered ${answer.status} and no meters; it is asked again later`
}

async function knownReader(file: string, world: World): Promise<UsagesReader | null> {
  const read = stateSchema.safeParse(parseJson((await world.readText(file)) ?? ''))
  return read.success ? read.data.reader : null
}

const writeState = (file: string, reader: UsagesReader, world: World): Promise<void> =>
  world.keepText(file, `${JSON.stringify({ reader })}\n`)

/** A key that was refused may have been changed since; it is tried again after an hour. */
const withSecondChance = (reader: UsagesReader, now: Instant): UsagesReader =>
  reader.due === null && reader.asked !== null && now - reader.asked >= HOUR
    ? { ...reader, due: now, interval: SHORTEST_READ }
    : reader.due === null && reader.asked !== null
      ? { ...reader, due: later(reader.asked, HOUR) }
      : reader
