import type { ErrorClass } from '../../shared/evidence/error-observation.ts'
import { readInstant } from '../../shared/time/instant.ts'
import { z } from 'zod'

const time = z.string().transform((text, context) => {
  const at = readInstant(text)
  if (at !== null) return at
  context.addIssue(`${text} is no time`)
  return z.NEVER
})

/** A request as the stand-in service saw it. */
const truthCallSchema = z.object({
  start: time,
  end: time.nullable(),
  status: z.int().nullable(),
  /** Requests that were being answered, this one among them where it was. */
  inFlight: z.int(),
  by: z.enum(['main', 'subagent']),
  /** What kept it from being answered, other than a refusal. */
  fault: z.string().optional(),
  /** Which text refused it (texts.ts). */
  refused: z.string().optional(),
})

/** What the stand-in service wrote down of a scenario: what is right, whatever a client says of it. */
export const truthSchema = z.object({
  name: z.string(),
  what: z.string().nullable(),
  client: z.string(),
  from: time,
  to: time,
  cap: z.int().nullable(),
  parallel: z.int().nullable(),
  calls: z.array(truthCallSchema),
})

export type Truth = z.output<typeof truthSchema>
export type TruthCall = z.output<typeof truthCallSchema>

/** The class of each text that the stand-in refuses with; null: it is about the request, and no refusal. */
export const CLASS_OF_TEXT: Readonly<Record<string, ErrorClass | null>> = {
  concurrency403: 'concurrency',
  quota5h403: 'window_5h',
  quota5h429: 'window_5h',
  quota7d403: 'window_7d',
  quotaMonth429: 'window_month',
  ambiguous429: 'rate_or_concurrency',
  overloaded429: 'overloaded',
  overloaded503: 'overloaded',
  server500: 'service',
  limiter500: 'service',
  unavailable503: 'service',
  gateway502: 'service',
  auth401: 'auth',
  membership402: 'account',
  client403: 'client_not_allowed',
  plan403: 'plan_access',
  balance403: 'balance',
  bad400: null,
}

/** The refusals of a scenario, in the order in which they came. */
export const refusalsOf = ({ calls }: Truth): readonly TruthCall[] =>
  calls.filter(({ refused }) => refused !== undefined && CLASS_OF_TEXT[refused] !== null)
