import fc from 'fast-check'
import { annotationOf } from '../../../shared/evidence/kinds/annotation.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { markOf, MARK_KINDS } from '../../../shared/evidence/kinds/mark.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

/** What may arrive at an account, piece by piece and in any order, within some sixteen hours that pass midnight. */

export const start = at('2026-06-02T10:00:00Z')
const clock = (minutes: number) => writeInstant(later(start, minutes * MINUTE))
const minutes = (max: number) => fc.integer({ min: 0, max })
const stretch = (minute: number, length: number) => ({
  kind: 'span' as const,
  span: span(later(start, minute * MINUTE), later(start, (minute + length) * MINUTE)),
})

const rowAt = fc
  .record({
    minute: minutes(900),
    outcome: fc.constantFrom('success' as const, 'failure' as const, 'failure' as const, 'unknown' as const),
    named: fc.boolean(),
    zoned: fc.constantFrom(true, true, true, false),
    client: fc.constantFrom('KimiCLI/1.16.0', 'KimiCLI/1.17.0', 'Qoder/1.0'),
  })
  .map(({ minute, outcome, named, zoned, client }) =>
    row(zoned ? clock(minute) : clock(minute).slice(0, 19).replace('T', ' '), {
      requestId: named ? `request-${minute}-${zoned}` : null,
      userAgent: client,
      outcome,
      status: outcome === 'success' ? 200 : outcome === 'failure' ? 429 : null,
    }),
  )

/** Pages that overlap or not, late ones among them, with and without request ids and a time of capture. */
const pages = fc
  .record({
    rows: fc.array(rowAt, { minLength: 1, maxLength: 12 }),
    seen: fc.option(fc.integer({ min: 900, max: 1000 })),
  })
  .map(({ rows, seen }) =>
    evidenceWith(
      page(
        mergeEvidence(evidenceWith({ records: rows })).records,
        seen === null ? null : later(start, seen * MINUTE),
      ),
    ),
  )

/** Readings of one account: low, full, without a share of one window, twice in a minute, some without a time. */
const readingParts = fc.record({
  used: fc.constantFrom(0, 2, 50, 95, 100),
  week: fc.option(fc.constantFrom(20, 60, 100), { freq: 3 }),
  cap: fc.option(fc.constant(2)),
  /** A meter that lags behind, or runs ahead of, a reset. */
  early: fc.constantFrom(0, 0, 0, 0, -8, 8),
  /** Services round, and so name a reset a second earlier or later. */
  jitter: fc.constantFrom(0, 0, 1, -1),
})

type ReadingParts = typeof readingParts extends fc.Arbitrary<infer Parts> ? Parts : never

function readingAt(
  minute: number,
  dated: boolean,
  { used, week, cap, early, jitter }: ReadingParts,
): Evidence {
  const reset = writeInstant(
    later(start, Math.floor((minute + early) / 300 + 1) * 300 * MINUTE + jitter * SECOND),
  )
  const meters = [
    meter('5h', used, reset),
    ...(week === null ? [] : [meter('7d', week, clock(2000)), meter('month', week, clock(9000))]),
  ]
  return evidenceWith({ snapshots: [snapshot(dated ? clock(minute) : null, meters, { cap })] })
}

const readings = fc
  .tuple(minutes(890), fc.constantFrom(true, true, true, true, true, false), readingParts)
  .map((parts) => readingAt(...parts))

/** Somebody else's: another grid, by which a plan may have been changed, or two accounts be mixed. */
const foreign = minutes(890).map((minute) =>
  evidenceWith({
    snapshots: [snapshot(clock(minute), [meter('5h', 70, clock(minute + 77)), meter('7d', 5, clock(3333))])],
  }),
)

const texts = fc
  .record({ minute: minutes(900), dated: fc.boolean(), named: fc.boolean() })
  .map(({ minute, dated, named }) =>
    evidenceWith({
      errors: [refusal(named ? 'window_5h' : 'rate_or_concurrency', dated ? clock(minute) : null)],
    }),
  )

const marks = fc
  .record({ minute: minutes(900), kind: fc.constantFrom(...MARK_KINDS) })
  .map(({ minute, kind }) => evidenceWith({ marks: [markOf({ kind, text: '', when: stretch(minute, 30) })] }))

const calls = fc.record({ minute: minutes(900), ok: fc.boolean() }).map(({ minute, ok }) =>
  evidenceWith({
    calls: [
      loggedCall(clock(minute), {
        id: evidenceId('call', minute, String(ok)),
        when: stretch(minute, 1),
        timeIs: 'start',
        durationMs: 3000,
        outcome: ok ? 'success' : 'failure',
        client: 'kimi-cli',
      }),
    ],
  }),
)

/** Refusals that a log tells of by its own clock, and pages that show some of them. */
const LOGGED = [3, 17, 40, 95, 141, 260, 333, 350]

const logs = fc.constantFrom(0, 0.4, 10, -120).map((ahead) =>
  evidenceWith({
    errors: LOGGED.map((minute) =>
      refusal('window_5h', clock(minute + ahead), { origins: [{ capture: `log ${ahead}`, at: '' }] }),
    ),
  }),
)

const loggedRows = fc
  .subarray(LOGGED, { minLength: 3 })
  .map((shown) =>
    evidenceWith(page(shown.map((minute) => row(clock(minute), { outcome: 'failure', status: 429 })))),
  )

const annotations = minutes(900).map((minute): Evidence => {
  const when = stretch(minute, 5)
  const annotation = annotationOf({
    anchor: `record:${minute}`,
    kind: 'note',
    text: 'x',
    when,
    writtenAt: start,
  })
  return { ...NO_EVIDENCE, annotations: [annotation] }
})

export const arrivals = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: pages },
    { weight: 4, arbitrary: readings },
    foreign,
    texts,
    marks,
    calls,
    logs,
    loggedRows,
    annotations,
  ),
  { minLength: 1, maxLength: 10 },
)

/** Two pages to begin with, then readings as they are taken one after the other, now and then a page in between. */
export const asTaken = fc
  .tuple(
    fc.array(pages, { minLength: 2, maxLength: 2 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), readingParts, fc.option(pages, { freq: 2 })), {
      minLength: 3,
      maxLength: 14,
    }),
  )
  .map(([known, taken]) => {
    let minute = 0
    const steps = taken.map(([gap, parts, between]) => between ?? readingAt((minute += gap), true, parts))
    return [mergeEvidence(...known), ...steps]
  })

/** Readings and pages as they are taken by a machine whose clock is behind, now more and now less, over some days. */
export const byClockBehind = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 700 }),
      lag: fc.integer({ min: 0, max: 5 }),
      parts: readingParts,
    }),
    { minLength: 3, maxLength: 20 },
  )
  .map((taken) => {
    let minute = 0
    return taken.flatMap(({ gap, lag, parts }) => {
      minute += gap
      const seen = later(start, (minute - lag) * MINUTE)
      return [evidenceWith(page([row(clock(minute))], seen)), readingAt(minute - lag, true, parts)]
    })
  })
