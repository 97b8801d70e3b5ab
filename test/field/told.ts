import { CAUSES } from '../../shared/analyse/report.ts'
import type { ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import type { Origin } from '../../shared/evidence/origin.ts'
import { localResetSpan } from '../../shared/evidence/local-reset.ts'
import type { Meter, QuotaSnapshot, ResetReading } from '../../shared/evidence/kinds/quota-snapshot.ts'
import type { When } from '../../shared/evidence/when.ts'
import type { IncidentJson, ReportJson } from '../../shared/export/report-schema.ts'
import { writeInstant, type Instant } from '../../shared/time/instant.ts'
import { writeWallTime } from '../../shared/time/wall.ts'
import { at } from '../time/given.ts'
import type { Right, RightError, RightIncident, RightMeter, RightReading, RightTime } from './field-row.ts'
import type { RowRead } from './read-row.ts'

const MINUTE = 60_000

/** The same statement as `right`, of what was read: equal to it where all that it names is right. */
export function told(right: Right, { evidence, report }: RowRead): Right {
  const own = ofTheAccount(evidence)
  return onlyWhatIsNamed(right, {
    records: own.records.length,
    calls: evidence.calls.length,
    rejects: evidence.rejects.length,
    errors: eachAs(right.errors, byLine(own.errors), (error, as) => toldError(error, report, as)),
    readings: eachAs(right.readings, byLine(own.snapshots), toldReading),
    costs: evidence.costs
      .map(({ when, percent }) => ({ at: firstInstant(when), percent }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    examples: right.examples && onlyWhatIsNamed(right.examples, examplesIn(evidence)),
    incidents: toldIncidents(right, report),
  })
}

/** What a report on an input has to say of it by itself, without its evidence. */
export const toldIncidents = (right: Right, report: ReportJson): readonly RightIncident[] =>
  eachAs(right.incidents, report.incidents.toSorted(byTime), toldIncident)

const byTime = (a: IncidentJson, b: IncidentJson) =>
  (a.from ?? a.fromLocal ?? '') < (b.from ?? b.fromLocal ?? '') ? -1 : 1

const isExample = (item: object): boolean => 'example' in item && item.example === true

const ofTheAccount = ({ records, errors, snapshots }: Evidence) => ({
  records: records.filter((item) => !isExample(item)),
  errors: errors.filter((item) => !isExample(item)),
  snapshots: snapshots.filter((item) => !isExample(item)),
})

const examplesIn = ({ records, errors, snapshots }: Evidence) => ({
  records: records.filter(isExample).length,
  errors: errors.filter(isExample).length,
  readings: snapshots.filter(isExample).length,
})

/** Only the names that `as` has, so that the rest is not compared. */
function onlyWhatIsNamed<T extends object>(as: T, all: T): T {
  const named = Object.entries(all).filter(([name]) => name in as)
  return Object.fromEntries(named) as T // oxlint-disable-line typescript/no-unsafe-type-assertion -- a part of T with the names of a T
}

/** Each as its statement names it; what there is too much of in full. */
const eachAs = <Item, As extends object>(
  rights: readonly As[] | undefined,
  items: readonly Item[],
  tell: (item: Item, as: As | undefined) => As,
): readonly As[] =>
  items.map((item, index) => {
    const as = rights?.[index]
    const all = tell(item, as)
    return as ? onlyWhatIsNamed(as, all) : all
  })

const byLine = <T extends { readonly origins: readonly Origin[] }>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => firstLine(a.origins) - firstLine(b.origins))

const firstLine = (origins: readonly Origin[]): number =>
  Math.min(...origins.map((origin) => Number(/^line (\d+)/.exec(origin.at)?.[1] ?? 0)))

function toldError(error: ErrorObservation, report: ReportJson, as: RightError | undefined): RightError {
  return {
    at: toldTime(error.when, as?.at),
    status: error.status,
    class: error.errorClass,
    type: error.type,
    ...productOf(error, report),
    assumed: error.readWith !== null,
  }
}

/** What a report names as its product; until one does, nothing. */
function productOf({ id }: ErrorObservation, report: object): Pick<RightError, 'product'> {
  const errors: unknown = 'errors' in report ? report.errors : []
  const found: unknown = Array.isArray(errors)
    ? errors.find((error: { readonly id: string }) => error.id === id)
    : null
  const product = typeof found === 'object' && found !== null && 'product' in found ? found.product : null
  return product === 'open_platform' || product === 'kimi_code' ? { product } : {}
}

function toldTime(when: When, as: RightTime | undefined): RightTime {
  if (when.kind === 'undated') return null
  if (when.kind === 'local') return writeWallTime(when.local.wall)
  if (Array.isArray(as)) return [writeInstant(when.span.from), writeInstant(when.span.to)]
  return sameInstant(as, when.span.from)
}

/** An instant is written as its statement writes it where it is the same. */
const sameInstant = (as: unknown, instant: Instant): string =>
  typeof as === 'string' && as.endsWith('Z') && at(as) === instant ? as : writeInstant(instant)

const firstInstant = (when: When): string => (when.kind === 'span' ? writeInstant(when.span.from) : '')

function toldReading(snapshot: QuotaSnapshot, as: RightReading | undefined): RightReading {
  const { wallet, when, cap, meters } = snapshot
  const named = as?.wallet && {
    left: wallet?.leftCents ?? undefined,
    limit: wallet?.monthlyLimitCents ?? undefined,
    used: wallet?.monthlyUsedCents ?? undefined,
    currency: wallet?.currency ?? undefined,
  }
  return {
    at: toldTime(when, as?.at),
    cap,
    meters: Object.fromEntries(
      meters.map((meter) => [nameOf(meter, as), toldMeter(meter, as?.meters?.[nameOf(meter, as)])]),
    ),
    ...(as?.wallet && named && { wallet: onlyWhatIsNamed(as.wallet, named) }),
  }
}

/** The pool of the month is named only where the statement names it. */
function nameOf({ window, pool }: Meter, as: RightReading | undefined): string {
  const withPool = pool === null ? window : `${window} ${pool}`
  return as?.meters && withPool in as.meters ? withPool : window
}

function toldMeter({ usedPercent, reset }: Meter, as: RightMeter | undefined): RightMeter {
  const all = { used: usedPercent, reset: toldReset(reset, as?.reset) }
  return as ? onlyWhatIsNamed(as, all) : all
}

function toldReset(reset: ResetReading | null, as: RightMeter['reset']): RightMeter['reset'] {
  if (reset === null) return null
  if (reset.kind === 'in') return [reset.min / MINUTE, reset.max / MINUTE]
  if (reset.kind === 'at') return sameInstant(as, reset.at)
  const span = reset.length <= MINUTE ? localResetSpan(reset) : null
  return span ? sameInstant(as, span.from) : reset.text
}

function toldIncident(incident: IncidentJson, as: RightIncident | undefined): RightIncident {
  const { from, to, fromLocal, within, grade, leading, verdicts } = incident
  const byCause = Object.fromEntries(verdicts.map(({ cause, verdict }) => [cause, verdict]))
  return {
    from: from === null ? null : sameInstant(as?.from, at(from)),
    to: to === null ? null : sameInstant(as?.to, at(to)),
    ...(fromLocal !== undefined && { fromLocal }),
    within,
    grade,
    leading,
    supported: CAUSES.filter((cause) => byCause[cause] === 'supported'),
    verdicts: as?.verdicts ? onlyWhatIsNamed(as.verdicts, byCause) : byCause,
  }
}
