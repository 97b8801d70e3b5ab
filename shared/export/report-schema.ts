import { z } from '../parse/zod.ts'
import { CAUSES } from '../analyse/report.ts'
import { FACT_RULES, FINDING_KINDS, MISSING_KINDS } from '../analyse/rule-names.ts'
import { NEXT_STEPS } from '../analyse/views/next-steps.ts'
import { ERROR_CLASSES } from '../evidence/kinds/error-observation.ts'

/**
 * The report as JSON: stable, additions only; the number behind the @ goes up when something breaks.
 * docs/report.schema.json is generated from here and a test keeps the two the same.
 */
export const REPORT_SCHEMA = 'quotascope/report@1'

const instant = z.string().meta({ description: 'ISO 8601 in UTC', format: 'date-time' })
const local = z.string().meta({ description: 'as the wall clock showed it, 2026-03-02T16:18:57' })
const window = z.enum(['5h', '7d', 'month', 'other'])
const basis = z.enum(['reported', 'observed', 'inferred'])
const verdict = z.enum(['supported', 'consistent', 'contradicted', 'undecidable'])
const refs = z.array(z.string()).meta({ description: 'ids of the evidence it rests on' })

const byOffset = z
  .record(z.string(), verdict)
  .optional()
  .meta({ description: 'only while the zone is unknown: the verdict under each UTC offset' })

const fact = z.object({
  rule: z.enum(FACT_RULES),
  supports: z.boolean().nullable().meta({ description: 'null: a premise, or it decides nothing' }),
  strong: z.boolean(),
  direct: z.boolean().meta({ description: 'only direct evidence makes a cause supported' }),
  text: z.string(),
  refs,
})

const causeVerdict = z.object({
  cause: z.enum(CAUSES),
  verdict,
  byOffset,
  offsetsExcluded: z.array(z.object({ offset: z.string(), reason: z.string() })).optional(),
  facts: z.array(fact),
})

const part = z.object({
  from: instant.nullable().meta({ description: 'null: the zone is unknown' }),
  to: instant.nullable().meta({ description: 'null: the zone is unknown, or the block is still open' }),
  fromLocal: local.optional(),
  toLocal: local.optional(),
  leading: z.enum([...CAUSES, 'unknown']),
  verdicts: z.array(causeVerdict),
})

const answerCause = z.object({
  names: z
    .array(z.enum(CAUSES))
    .meta({ description: 'shown: the supported one; else what is not ruled out, what fits first' }),
  certainty: z.enum(['shown', 'left_over', 'not_known']),
})

const answer = z.object({
  state: z.enum(['blocked_now', 'was_blocked', 'error_undated', 'no_block', 'only_examples', 'nothing_read']),
  from: instant.nullable().meta({ description: 'null: the zone is unknown, or there was no block' }),
  to: instant.nullable().meta({ description: 'null: the same, or no end has been seen' }),
  fromLocal: local.optional(),
  toLocal: local.optional(),
  within: z.boolean().meta({ description: 'only known to lie somewhere between from and to' }),
  cause: answerCause,
  ruledOut: z.array(z.enum(CAUSES)),
  backAt: z
    .object({ at: instant, window, basis })
    .nullable()
    .meta({ description: 'the reset that a used-up quota waits for, while it refuses' }),
  next: z.array(
    z.object({
      do: z.enum(NEXT_STEPS),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  parts: z
    .array(
      z.object({
        from: instant.nullable(),
        to: instant.nullable(),
        fromLocal: local.optional(),
        toLocal: local.optional(),
        cause: answerCause,
      }),
    )
    .meta({ description: 'only where the incident had more than one' }),
  premise: z.string().nullable().meta({ description: 'what all of it rests on, where that is assumed' }),
  text: z.string().meta({ description: 'the same in sentences' }),
})

const incident = z.object({
  id: z.string(),
  from: instant.nullable().meta({ description: 'null: the zone is unknown' }),
  to: instant.nullable().meta({ description: 'null: the zone is unknown, or the block is still open' }),
  fromLocal: local.optional().meta({ description: 'where the evidence was printed without a zone' }),
  toLocal: local.optional(),
  within: z.boolean().meta({ description: 'only known to lie somewhere between from and to' }),
  open: z.boolean().meta({ description: 'no success was seen after it' }),
  grade: z.enum(['error_text', 'failed_rows', 'marked', 'suspected']),
  leading: z.enum([...CAUSES, 'unknown']),
  answer,
  text: z.string().meta({ description: 'the answer in short' }),
  verdicts: z
    .array(causeVerdict)
    .meta({ description: 'of each cause the best that a part says; contradicted only where every part is' }),
  parts: z.array(part).min(1).meta({
    description: 'more than one where texts, statuses or readings change: each by its own evidence',
  }),
  missing: z
    .array(
      z.object({
        kind: z.enum(MISSING_KINDS),
        causes: z.array(z.enum(CAUSES)),
        decides: z.boolean().meta({ description: 'false: it would only narrow them down' }),
        text: z.string(),
      }),
    )
    .meta({ description: 'what evidence would decide or narrow down the causes that are open' }),
})

const span = {
  from: instant.nullable().meta({ description: 'null: the zone is unknown, or nothing dates it' }),
  to: instant.nullable(),
  fromLocal: local.optional().meta({ description: 'where it was printed without a zone' }),
}

const example = z.boolean().meta({
  description: 'true: its text calls it an example, or it stands in documentation or code; it judges nothing',
})

const error = z.object({
  id: z.string(),
  ...span,
  example,
  assumed: z
    .boolean()
    .optional()
    .meta({ description: 'true: the time is that of the reading it was pasted with' }),
  status: z.int().nullable(),
  type: z.string().nullable().meta({ description: 'as the error body gives it' }),
  class: z.enum(ERROR_CLASSES),
  names: z.array(z.enum(CAUSES)).meta({ description: 'several: the text leaves open which of them' }),
  product: z.enum(['kimi_code', 'open_platform']).meta({ description: 'whose text it is' }),
  count: z.int().meta({ description: 'refused tries that it stands for' }),
  text: z.string(),
})

const meter = z.object({
  window,
  pool: z.enum(['kimi', 'kimi_code']).nullable().meta({ description: 'null: the source does not say' }),
  usedPercent: z
    .number()
    .nullable()
    .meta({ description: 'as printed, may be above 100; null: not stated, which is not 0' }),
  resetsAt: instant.nullable(),
  resetsIn: z
    .object({ min: z.number(), max: z.number() })
    .optional()
    .meta({ description: 'where the source counts down: seconds from the reading' }),
  resetsLocal: z.string().optional().meta({
    description:
      "where a page printed it by its own clock: its text; with the clock's zone, resetsAt says it too",
  }),
})

const wallet = z.object({
  active: z.boolean(),
  currency: z.string().nullable(),
  leftCents: z.number().nullable(),
  monthlyLimitCents: z.number().nullable(),
  monthlyUsedCents: z.number().nullable(),
})

const reading = z.object({
  id: z.string(),
  ...span,
  example,
  source: z.string().meta({ description: 'what it was read from' }),
  plan: z.string().nullable(),
  cap: z.int().nullable().meta({ description: 'most requests in flight that the plan allows' }),
  meters: z.array(meter),
  wallet: wallet.optional().meta({ description: 'extra usage, where the source tells of it' }),
})

const outlook = z.object({
  window,
  usedPercent: z.number(),
  readAt: instant,
  resetAt: instant,
  atReset: z
    .object({ least: z.number(), likely: z.number(), most: z.number(), tried: z.int() })
    .nullable()
    .meta({
      description:
        'percent used at the reset: the guess, and bounds that hold four times out of five; null: full, or too little was read',
    }),
  fullAt: z
    .object({ earliest: instant, latest: instant.nullable() })
    .nullable()
    .meta({ description: 'null: not to be expected before the reset' }),
})

export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  now: instant,
  zone: z.string().meta({ description: 'IANA name, ±HH:MM, or unknown' }),
  account: z.string().optional().meta({ description: 'the label that was given' }),
  installations: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        retired: z.boolean(),
        writtenAt: instant,
        records: z.int(),
      }),
    )
    .optional()
    .meta({ description: 'who saw it, where it is the history of several installations' }),
  counts: z.object({
    records: z.int(),
    snapshots: z.int(),
    errors: z.int(),
    rejects: z.int(),
    costs: z.int().optional().meta({ description: 'costs of single calls; only where there are any' }),
  }),
  answer: answer.meta({ description: 'what it was, until when, what to do: of the newest incident' }),
  errors: z.array(error).meta({ description: 'every error text, whether or not a fact cites it' }),
  readings: z.array(reading).meta({ description: 'every reading, whether or not a fact cites it' }),
  rejects: z.array(
    z.object({
      input: z.string(),
      line: z.int().nullable(),
      path: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  windows: z.array(
    z.object({
      window,
      from: instant,
      to: instant,
      basis,
      peakUsedPercent: z.number().nullable().meta({ description: 'null: never read, which is not 0' }),
    }),
  ),
  resets: z.array(
    z.object({
      window,
      at: instant,
      basis,
      state: z.enum(['verified', 'due_unverified', 'upcoming']),
    }),
  ),
  outlook: z.array(outlook).meta({ description: 'where the windows that are open now are heading' }),
  incidents: z.array(incident),
  findings: z.array(z.object({ kind: z.enum(FINDING_KINDS), text: z.string(), refs })),
  claims: z.array(z.object({ text: z.string(), verdict, byOffset, facts: z.array(fact) })),
})

export type ReportJson = z.infer<typeof reportSchema>
export type AnswerJson = ReportJson['answer']
export type ErrorJson = ReportJson['errors'][number]
export type ReadingJson = ReportJson['readings'][number]
export type IncidentJson = ReportJson['incidents'][number]
