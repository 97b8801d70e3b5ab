import { isExample } from '../../evidence/example.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { productOf, type ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import { isRequestFault } from '../blocks/refusals.ts'
import { QUOTA_CAUSE } from '../judge/quota-causes.ts'
import type { Cause, Fact, FactValue, Incident, MissingEvidence } from '../report.ts'
import type { MissingKind } from '../rule-names.ts'
import type { AnswerCause } from './answer-cause.ts'
import type { BackAt } from './back-at.ts'
import type { ListedError } from './error-list.ts'
import { USED_WINDOWS, type UsedWindow } from './meter-use.ts'
import { isFull, isFullAndLow, metersAlone, metersBeside, type TellingMeter } from './undated-meter.ts'

/**
 * What somebody can do, and where that advice is from:
 *
 * - `wait_for_reset`, `check_plan`, `sign_in`, `try_later`, `slow_down`: the column "advice" of Kimi's own error reference
 *   (wait or upgrade; renew the membership or use an allowed client; check the key; retry later; wait and retry).
 * - `fewer_at_once`: the text of the concurrency limit itself ("wait for your ongoing requests to finish").
 * - `change_request`: what Kimi's error reference advises for 400 and 404.
 * - `meter_beside_low`, `meter_beside_full`: what a meter of the same text says of its quota, if it was read meanwhile;
 *   `meters_beside_low` of several, and `meters_beside_left` where the error names one quota more, which is left then.
 * - `meter_alone_…`, `meters_alone_low`: the same of a reading without an error, which nothing dates.
 * - `meter_full_and_low`: of a meter that the text shows full, and with something left.
 * - `see_open_platform`: texts that only api.moonshot.* gives, whose limits are of another product.
 * - the others: the evidence that the analysis finds missing (missing-evidence.ts).
 */
export const NEXT_STEPS = [
  'wait_for_reset',
  'fewer_at_once',
  'slow_down',
  'try_later',
  'sign_in',
  'check_plan',
  'say_zone',
  'date_the_error',
  'meter_beside_low',
  'meters_beside_low',
  'meters_beside_left',
  'meter_beside_full',
  'meter_alone_low',
  'meters_alone_low',
  'meter_alone_full',
  'meter_full_and_low',
  'read_meters_now',
  'read_meters_next_time',
  'import_log',
  'see_open_platform',
  'change_request',
] as const

export interface NextStep {
  readonly do: (typeof NEXT_STEPS)[number]
  /** `wait_for_reset` {window}; `fewer_at_once` {cap?, inFlight?}; `meter_…` {window, used, least?}; `meters_…` {5h?, 7d?, month?, left?}; `read_meters_…` {window?}. */
  readonly values: Readonly<Record<string, FactValue>>
}

const STEP_FOR: Readonly<Record<Cause, NextStep['do']>> = {
  quota_5h: 'wait_for_reset',
  quota_7d: 'wait_for_reset',
  quota_month: 'wait_for_reset',
  concurrency: 'fewer_at_once',
  request_rate: 'slow_down',
  platform: 'try_later',
  account: 'check_plan',
}

const STEP_FOR_MISSING: Partial<Record<MissingKind, NextStep['do']>> = {
  zone: 'say_zone',
  error_date: 'date_the_error',
  error_text: 'import_log',
  refusal_times: 'import_log',
  call_lengths: 'import_log',
  meter_reading: 'read_meters_now',
  meter_reset: 'read_meters_now',
  meter_explicit: 'read_meters_now',
}

/** More than this nobody does. */
const MAX_STEPS = 3

/**
 * The steps for an incident: what ends or avoids its cause, then the evidence that would decide what is open. Nobody is
 * told to wait, or to read a meter, for a block that is over.
 */
export function stepsForIncident(
  { verdicts, missing }: Incident,
  cause: AnswerCause,
  isNow: boolean,
): readonly NextStep[] {
  const facts = verdicts.flatMap((each) => (cause.names.includes(each.cause) ? each.facts : []))
  const forCauses = cause.certainty === 'not_known' ? [] : cause.names.map((name) => stepFor(name, facts))
  const forEvidence = missing.flatMap((each) => stepForMissing(each, isNow))
  const steps = distinct([...forCauses, ...forEvidence])
  return steps.filter((step) => isNow || !ONLY_NOW.has(step.do)).slice(0, MAX_STEPS)
}

const ONLY_NOW: ReadonlySet<NextStep['do']> = new Set(['wait_for_reset', 'try_later'])

/** The steps for errors that nothing dates, and the meters beside them. */
export const stepsForUndated = (
  undated: readonly ListedError[],
  snapshots: readonly QuotaSnapshot[],
): readonly NextStep[] =>
  distinct([
    ...stepForMeters(
      'beside',
      metersBeside(undated, snapshots),
      new Set(undated.flatMap(({ names }) => names)),
    ),
    { do: 'date_the_error', values: {} },
    ...undated.flatMap(({ names, error }) =>
      error.errorClass === 'auth'
        ? [{ do: 'sign_in', values: {} } as const]
        : names.map((name) => stepFor(name, [])),
    ),
    { do: 'read_meters_next_time', values: {} },
  ]).slice(0, MAX_STEPS)

function stepForMeters(
  where: 'beside' | 'alone',
  meters: readonly TellingMeter[],
  named: ReadonlySet<Cause> = new Set(),
): readonly NextStep[] {
  const [meter] = meters
  if (!meter) return []
  const values = { window: { unit: 'window', value: meter.window }, used: percent(meter.used) } as const
  if (isFullAndLow(meter))
    return [{ do: 'meter_full_and_low', values: { ...values, least: percent(meter.least) } }]
  if (isFull(meter)) return [{ do: `meter_${where}_full`, values }]
  if (meters.length === 1) return [{ do: `meter_${where}_low`, values }]
  const used = Object.fromEntries(meters.map((each) => [each.window, percent(each.used)]))
  const left = onlyQuotaLeft(named, meters)
  return left === null
    ? [{ do: `meters_${where}_low`, values: used }]
    : [{ do: 'meters_beside_left', values: { ...used, left: { unit: 'window', value: left } } }]
}

/** Where an error names quotas and nothing else: the one whose meter is not among those that stood low, if it is one. */
function onlyQuotaLeft(named: ReadonlySet<Cause>, low: readonly TellingMeter[]): UsedWindow | null {
  const quotas = USED_WINDOWS.filter((window) => named.has(QUOTA_CAUSE[window]))
  const left = quotas.filter((window) => !low.some((each) => each.window === window))
  const [only] = left
  return only !== undefined && left.length === 1 && quotas.length === named.size ? only : null
}

const percent = (value: number): FactValue => ({ unit: 'percent', value })

/** The steps where Kimi Code refused nothing by a limit, whatever else an error or a reading may say. */
export function stepsWithoutBlock(
  backAt: BackAt | null,
  { errors, snapshots }: Pick<Evidence, 'errors' | 'snapshots'>,
): readonly NextStep[] {
  if (backAt) return [{ do: 'wait_for_reset', values: { window: { unit: 'window', value: backAt.window } } }]
  const steps = errors.flatMap((error) => stepWithoutRefusal(error))
  const isDated = snapshots.some(({ when }) => when.kind !== 'undated')
  const meters = isDated ? [] : metersAlone(snapshots)
  return steps.length > 0
    ? distinct(steps)
    : [...stepForMeters('alone', meters), { do: 'import_log', values: {} }]
}

function stepWithoutRefusal(error: ErrorObservation): readonly NextStep[] {
  if (isExample(error)) return []
  if (productOf(error) === 'open_platform') return [{ do: 'see_open_platform', values: {} }]
  return isRequestFault(error) ? [{ do: 'change_request', values: {} }] : []
}

function stepFor(cause: Cause, facts: readonly Fact[]): NextStep {
  if (cause === 'account' && facts.some(isSignIn)) return { do: 'sign_in', values: {} }
  const step = STEP_FOR[cause]
  return { do: step, values: step === 'fewer_at_once' ? inFlightValues(facts) : {} }
}

/** An error text of status 401 asks to sign in; every other refusal of an account is about plan or client. */
const isSignIn = ({ values }: Fact): boolean => values['status']?.value === 401

/** The cap and the number in flight, where a fact tells them. */
function inFlightValues(facts: readonly Fact[]): NextStep['values'] {
  const told = facts.map(({ values }) => values).find(({ cap }) => cap !== undefined) ?? {}
  const { cap, inFlight } = told
  return { ...(cap && { cap }), ...(cap && inFlight && { inFlight }) }
}

function stepForMissing({ kind, values }: MissingEvidence, isNow: boolean): readonly NextStep[] {
  const named = STEP_FOR_MISSING[kind]
  const step = named === 'read_meters_now' && !isNow ? 'read_meters_next_time' : named
  const { window } = values
  return step ? [{ do: step, values: named === 'read_meters_now' && window ? { window } : {} }] : []
}

/** The first of each kind: one reading of the meters answers for all windows. */
function distinct(steps: readonly NextStep[]): readonly NextStep[] {
  return steps.filter((step, index) => steps.findIndex((each) => each.do === step.do) === index)
}
