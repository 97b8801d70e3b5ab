import { readInstant } from '../../shared/time/instant.ts'
import { z } from 'zod'
import { classOf } from './texts.ts'

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

/** The refusals of a scenario, in the order in which they came. */
export const refusalsOf = ({ calls }: Truth): readonly TruthCall[] =>
  calls.filter(({ refused }) => refused !== undefined && classOf(refused) !== null)
