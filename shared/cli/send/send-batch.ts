import { parseJson } from '../../parse/json/parse-json.ts'
import { z } from '../../parse/zod.ts'
import { readRetryAfter } from '../../recorder/usages-reader.ts'
import { MINUTE, SECOND } from '../../time/duration.ts'
import type { Answer, World } from '../world.ts'
import type { OtlpTarget } from './otlp-target.ts'

/**
 * What became of a request. `taken`: it is not sent again, even where a part was not taken. `later`: the other side said
 * so, or gave no answer. `refused`: it would be refused again.
 */
export type Sent =
  | { readonly is: 'taken'; readonly rejected: number; readonly message: string }
  | { readonly is: 'later'; readonly why: string }
  | { readonly is: 'refused'; readonly why: string }

/** The statuses that say "again", and no others (OTLP 1.x, "Failures"). */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504])
/** So often one request is tried, with 1, 2, 4 and 8 seconds between, a little more by chance. */
const TRIES = 5
/** Whoever is asked to wait longer comes back at the next run. */
const LONGEST_WAIT = MINUTE
const LONGEST_MESSAGE = 300

/** Posts one request, and again where the other side asks for it or was cut off. */
export async function sendBatch(target: OtlpTarget, json: string, world: World): Promise<Sent> {
  for (let tried = 1; ; tried += 1) {
    const answer = await post(target, json, world)
    if (answer !== null && answer.status >= 200 && answer.status < 300) return takenOf(answer)
    if (answer !== null && !AGAIN.has(answer.status))
      return { is: 'refused', why: `it answered ${answer.status}` }
    const asked = answer === null ? null : readRetryAfter(answer.retryAfter, world.clock.now())
    const pause = asked ?? SECOND * 2 ** (tried - 1) * (1 + world.chance() / 4)
    if (tried === TRIES || pause > LONGEST_WAIT)
      return { is: 'later', why: answer === null ? 'it gave no answer' : `it answered ${answer.status}` }
    await world.pause(pause)
  }
}

async function post(target: OtlpTarget, json: string, world: World): Promise<Answer | null> {
  try {
    return await world.post(target, json)
  } catch {
    return null // no network, no answer in time, or one that was cut off
  }
}

const responseSchema = z.object({
  partialSuccess: z
    .object({
      rejectedLogRecords: z.union([z.string(), z.number()]).optional(),
      errorMessage: z.string().optional(),
    })
    .optional(),
})

function takenOf({ body }: Answer): Sent {
  const read = responseSchema.safeParse(parseJson(body ?? ''))
  const partial = read.success ? read.data.partialSuccess : undefined
  return {
    is: 'taken',
    rejected: Number(partial?.rejectedLogRecords ?? 0) || 0,
    message: (partial?.errorMessage ?? '').replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_MESSAGE),
  }
}
