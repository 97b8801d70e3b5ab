import fc from 'fast-check'
import type { CallCost } from '../../shared/evidence/kinds/call-cost.ts'
import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import type { ClientCall } from '../../shared/evidence/kinds/client-call.ts'
import { evidenceId, type EvidenceKind } from '../../shared/evidence/id.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import type { Origin } from '../../shared/evidence/origin.ts'
import type { Meter, QuotaSnapshot, Wallet } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { recordId, type RequestSource, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { UNDATED, type When } from '../../shared/evidence/when.ts'
import { DAY_OF_HOURS, SECOND } from '../../shared/time/duration.ts'
import { instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { wallTime, writeWallTime } from '../../shared/time/wall.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../shared/time/zone.ts'
import { at, zone } from '../time/given.ts'

/** Anything that the types of evidence allow, odd cases included, for laws that must hold for all of it. */

const DST_DAYS = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05']
const ZONES: readonly Zone[] = [
  UNKNOWN_ZONE,
  UTC,
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', '+05:45'].map(zone),
]

/** An object with the prototype that objects have. */
const fields = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record<T>(model, { noNullPrototype: true })

const text = fc.oneof(fc.string(), fc.constantFrom('', '#', 'line 07', 'a1#', '成功', '\u0000', '😀'))
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const idOf = (kind: EvidenceKind) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.nat().map((n) => evidenceId(kind, n)) },
    { weight: 1, arbitrary: fc.string() },
  )

/** Any second of 2026, often on a day when some zone changes its clocks. */
const secondOf2026 = fc
  .oneof(
    fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }),
    fc
      .tuple(fc.constantFrom(...DST_DAYS), fc.nat(DAY_OF_HOURS))
      .map(([day, ms]) => at(`${day}T00:00:00Z`) + ms),
  )
  .map((ms) => Math.floor(ms / SECOND) * SECOND)

const localWhen = fc
  .tuple(secondOf2026, fc.constantFrom(...ZONES), fc.constantFrom(1_000, 60_000), fc.boolean())
  .map(([ms, inZone, length, slashes]) => {
    const printed = writeWallTime(wallTime(ms))
    return whenOfLocal(slashes ? printed.replaceAll('-', '/') : printed, wallTime(ms), length, inZone)
  })

export const arbitraryWhen: fc.Arbitrary<When> = fc.oneof(
  secondOf2026.map((ms): When => ({ kind: 'span', span: span(ms, ms + SECOND) })),
  fc
    .tuple(secondOf2026, fc.nat(5 * DAY_OF_HOURS))
    .map(([ms, length]): When => ({ kind: 'span', span: span(ms, ms + length) })),
  localWhen,
  fc.constant(UNDATED),
)

export const arbitraryOrigin: fc.Arbitrary<Origin> = fields({
  capture: fc.oneof(
    fc.nat(5).map((n) => evidenceId('capture', n)),
    text,
  ),
  at: fc.oneof(
    fc.nat(2_000).map((n) => `line ${n}`),
    fc.nat(99).map((n) => `$.requests[${n}]`),
    fc.tuple(text, fc.nat(), text).map((parts) => parts.join('')),
  ),
})
const origins = fc.array(arbitraryOrigin, { maxLength: 4 })

const source: fc.Arbitrary<RequestSource> = fields({
  kind: fc.constantFrom('login_device', 'api_key', 'unknown'),
  name: nullable(text),
  inferred: fc.boolean(),
})
const outcome = fc.constantFrom('success', 'failure', 'unknown')

export const arbitraryRecord: fc.Arbitrary<UsageRecord> = fields({
  requestId: nullable(
    fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
      text,
    ),
  ),
  when: arbitraryWhen,
  source,
  userAgent: nullable(fc.oneof(fc.constantFrom('KimiCLI/1.16.0', 'Qoder/1.0'), text)),
  callType: nullable(text),
  model: nullable(text),
  status: nullable(fc.oneof(fc.constantFrom(200, 403, 429), fc.double(), fc.integer())),
  outcome,
  statusText: nullable(text),
  origins,
  ordinal: fc.nat(3),
}).map(({ ordinal, ...row }) => ({ id: recordId(row, ordinal), ...row }))

const reset: fc.Arbitrary<Meter['reset']> = fc.oneof(
  fc.constant(null),
  secondOf2026.map((ms) => ({ kind: 'at' as const, at: instant(ms) })),
  fc.tuple(fc.nat(), fc.nat()).map(([min, more]) => ({ kind: 'in' as const, min, max: min + more })),
  fields({
    kind: fc.constant('local' as const),
    text: fc.constantFrom('10-01 18:30', '2026-10-20'),
    wall: fc.option(fc.constantFrom(1_790_000_000_000, 1_792_454_400_000).map(wallTime)),
    length: fc.constantFrom(60_000, 86_400_000),
    zone: fc.constantFrom(UTC, null),
  }),
)

const meter: fc.Arbitrary<Meter> = fields({
  window: fc.constantFrom('5h', '7d', 'month', 'other'),
  pool: fc.constantFrom('code', 'total', null),
  minutes: nullable(fc.nat()),
  encoding: fc.constantFrom('count', 'ratio', 'percent'),
  usedPercent: nullable(fc.double({ min: 0, max: 300, noNaN: true })),
  resolution: fc.constantFrom(1, 0.01),
  explicit: fc.boolean(),
  reset,
  missing: fc.array(text, { maxLength: 2 }),
  limit: nullable(fc.nat()),
  used: nullable(fc.nat()),
  remaining: nullable(fc.nat()),
})

const wallet: fc.Arbitrary<Wallet> = fields({
  active: fc.boolean(),
  currency: nullable(text),
  leftCents: nullable(fc.integer()),
  monthlyLimitCents: nullable(fc.nat()),
  monthlyUsedCents: nullable(fc.nat()),
})

export const arbitrarySnapshot: fc.Arbitrary<QuotaSnapshot> = fields<
  Omit<QuotaSnapshot, 'example'> & { readonly isExample: boolean }
>({
  id: idOf('snapshot'),
  when: arbitraryWhen,
  source: fc.constantFrom('usages', 'GetUsages', 'quota_panel'),
  meters: fc.array(meter, { maxLength: 4 }),
  cap: nullable(fc.nat()),
  inFlight: nullable(fc.nat()),
  plan: nullable(text),
  subscribedAt: nullable(secondOf2026.map(instant)),
  wallet: nullable(wallet),
  origins,
  isExample: fc.boolean(),
}).map(({ isExample, ...snapshot }) => ({ ...snapshot, ...(isExample && { example: true as const }) }))

export const arbitraryCall: fc.Arbitrary<ClientCall> = fields({
  id: idOf('call'),
  when: arbitraryWhen,
  timeIs: fc.constantFrom('start', 'end'),
  durationMs: nullable(fc.double({ noNaN: true })),
  outcome,
  client: fc.constantFrom('kimi-cli', 'kimi-code'),
  agent: nullable(text),
  subagent: nullable(fc.boolean()),
  model: nullable(text),
  inputTokens: nullable(fc.nat()),
  outputTokens: nullable(fc.nat()),
  origins,
})

export const arbitraryCost: fc.Arbitrary<CallCost> = fields({
  id: idOf('cost'),
  when: arbitraryWhen,
  product: text,
  percent: fc.double({ min: 0, max: 100, noNaN: true }),
  below: fc.boolean(),
  resolution: fc.constantFrom(1, 0.01),
  origins,
})

export const arbitraryCapture: fc.Arbitrary<Capture> = fields<
  Omit<Capture, 'goesOn'> & { readonly goesOn: boolean }
>({
  id: idOf('capture'),
  at: nullable(secondOf2026.map(instant)),
  via: fc.constantFrom('page', 'table', 'paste', 'file', 'api'),
  input: text,
  source: fc.constantFrom('ListUnifiedRequests', 'history_text', 'unrecognised'),
  rows: fc.nat(),
  newest: nullable(arbitraryWhen),
  oldest: nullable(arbitraryWhen),
  recordIds: fc.array(
    fc.oneof(
      fc.nat(30).map((n) => evidenceId('record', n)),
      fc.string(),
    ),
    { maxLength: 12 },
  ),
  goesOn: fc.boolean(),
}).map(({ goesOn, ...capture }) => (goesOn ? { ...capture, goesOn } : capture))
