import { z } from '../parse/zod.ts'
import { CAUSES } from '../analyse/report.ts'
import { FACT_RULES, FINDING_KINDS, MISSING_KINDS } from '../analyse/rule-names.ts'

/**
 * The report as JSON (DESIGN.md 5): stable, additions only; the number behind the @ goes up when something breaks.
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
  text: z.string().meta({ description: 'the answer in short' }),
  verdicts: z.array(causeVerdict),
  missing: z
    .array(z.object({ kind: z.enum(MISSING_KINDS), causes: z.array(z.enum(CAUSES)), text: z.string() }))
    .meta({ description: 'what evidence would decide the causes that are open' }),
})

export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  now: instant,
  zone: z.string().meta({ description: 'IANA name, ±HH:MM, or unknown' }),
  account: z.string().optional().meta({ description: 'the label that was given' }),
  counts: z.object({
    records: z.int(),
    snapshots: z.int(),
    errors: z.int(),
    rejects: z.int(),
    costs: z.int().optional().meta({ description: 'costs of single calls; only where there are any' }),
  }),
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
  incidents: z.array(incident),
  findings: z.array(z.object({ kind: z.enum(FINDING_KINDS), text: z.string(), refs })),
  claims: z.array(z.object({ text: z.string(), verdict, byOffset, facts: z.array(fact) })),
})

export type ReportJson = z.infer<typeof reportSchema>
export type IncidentJson = ReportJson['incidents'][number]
