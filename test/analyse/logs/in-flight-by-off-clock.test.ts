import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { instant, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

// The clock of the log is five minutes ahead, as six requests show that history and log tell.
const AHEAD = 5 * MINUTE
const LOG = [{ capture: 'capture:log', at: 'line 1' }]
const seen = (clock: string) => at(`2026-06-02T${clock}Z`)
const logged = (clock: string, seconds: number, id = clock) =>
  loggedCall(writeInstant(instant(seen(clock) + AHEAD)), { id, durationMs: seconds * 1000, origins: LOG })
const PAIRED = ['11:30:00', '11:30:20', '11:31:10', '11:33:00', '11:36:40', '11:41:00']

/** Refused at 12:00:10 and 12:00:12, which only the log tells, while so many requests were in flight. */
function saidBy(inFlight: number, errorClass: ErrorClass = 'rate_or_concurrency', seconds = 20) {
  const history = PAIRED.map((clock) =>
    row(writeInstant(instant(seen(clock) - SECOND)), { requestId: clock }),
  )
  const evidence = evidenceWith(page(history, seen('12:30:00')), {
    calls: [
      ...PAIRED.map((clock) => logged(clock, 1)),
      ...Array.from({ length: inFlight }, (_, index) => logged('12:00:20', seconds, `in flight ${index}`)),
    ],
    errors: ['12:00:10', '12:00:12'].map((clock) =>
      refusal(errorClass, writeInstant(instant(seen(clock) + AHEAD)), { origins: LOG }),
    ),
    snapshots: [snapshot('2026-06-02T12:20:00Z', [meter('5h', 10, '2026-06-02T15:00:00Z')], { cap: 10 })],
  })
  const { incidents, findings } = reportFrom(evidence, {
    now: seen('13:00:00'),
    zone: UTC,
    rules: DEFAULT_RULES,
  })
  expect(findings.map(({ kind }) => kind)).toContain('log_clock_ahead')
  return incidents.map(({ block: { within }, verdicts }) => [
    within,
    verdicts.find(({ cause }) => cause === 'concurrency')?.verdict,
  ])
}

it.each([
  ['over the cap', 10, 'rate_or_concurrency', 20, 'supported'],
  ['at the cap, with the refused one', 9, 'rate_or_concurrency', 20, 'consistent'],
  ['over the cap, but answered before', 10, 'rate_or_concurrency', 3, 'consistent'],
  ['over the cap, by texts of something else', 10, 'window_5h', 20, 'undecidable'],
] as const)(
  'a log tells by its own clock, however far off, what was in flight: %s',
  (_, count, text, seconds, verdict) => {
    expect(saidBy(count, text, seconds)).toEqual([[true, verdict]])
  },
)
