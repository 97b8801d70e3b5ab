import { isObserved } from '../readings/coverage.ts'
import type { Block } from '../blocks/block.ts'
import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { MeterIndex } from '../readings/meter-index.ts'
import type { FactRule, MissingKind } from '../rule-names.ts'
import type { Cause, CauseVerdict, Coverage, Fact, FactValue, MissingEvidence } from '../report.ts'

/** What is known around a block besides its verdicts. Coverage and block are on one clock. */
export interface Around {
  readonly block: Block
  readonly coverage: Coverage
  /** The windows that any reading of the account tells of, and those readings that belong to a window. */
  readonly told: ReadonlySet<WindowKind>
  readonly meters: MeterIndex
  /** A reading near the block states how many requests may be in flight. */
  readonly capKnown: boolean
}

/**
 * What evidence would decide the causes that are still open, the most telling first: what a user may still find, in a
 * log, on another page, or by looking at the right moment next time. Nothing once a cause leads.
 */
export function missingEvidence(
  verdicts: readonly CauseVerdict[],
  leading: Cause | 'unknown',
  around: Around,
): readonly MissingEvidence[] {
  if (leading !== 'unknown') return []
  const open = verdicts.filter(({ verdict }) => verdict === 'consistent' || verdict === 'undecidable')
  return [
    zone(open),
    ...errorTexts(open, around),
    refusalTimes(open, around),
    ...meters(open, around),
    ...concurrency(open, around),
    serviceBack(open, around),
    undecidable(open),
  ].filter((each) => each.causes.length > 0)
}

const missing = (
  kind: MissingKind,
  of: readonly CauseVerdict[],
  values: MissingEvidence['values'] = {},
  decides = false,
): MissingEvidence => ({ kind, causes: of.map(({ cause }) => cause), values, decides })

const has = ({ facts }: CauseVerdict, ...rules: readonly FactRule[]): boolean =>
  facts.some(({ rule }) => rules.includes(rule))

/** The offsets do not agree: the zone settles a cause that is settled under each of them, and may leave others as open. */
function zone(open: readonly CauseVerdict[]): MissingEvidence {
  const depending = open.filter(({ byOffset }) => new Set(Object.values(byOffset ?? {})).size > 1)
  return missing('zone', depending, {}, depending.every(isSettledByAny))
}

const isSettledByAny = ({ byOffset }: CauseVerdict): boolean =>
  Object.values(byOffset ?? {}).every((verdict) => verdict === 'supported' || verdict === 'contradicted')

/** A text that names its limit decides more than anything else; of one without a date, the date. */
function errorTexts(open: readonly CauseVerdict[], { block }: Around): readonly MissingEvidence[] {
  const named = open.some((each) => has(each, 'text_names_cause', 'platform_error'))
  const undated = open.flatMap(({ facts }) => facts).find(({ rule }) => UNDATED.has(rule))
  return [
    ...(undated
      ? [
          missing(
            'error_date',
            open.filter((each) => has(each, ...UNDATED)),
            messageOf(undated),
            undated.rule === 'text_undated_names_cause',
          ),
        ]
      : []),
    ...(named ? [] : [errorText(decidable(open), block)]),
  ]
}

/**
 * Where no text is kept, or only a client's own words for all of them (docs/kimi.md#clients), what the service said decides;
 * where its words are kept and fit several limits, another text that names one is a hope.
 */
function errorText(open: readonly CauseVerdict[], { texts }: Block): MissingEvidence {
  if (texts.length === 0) return missing('error_text', open, {}, true)
  const isOfClient = texts.every(({ errorClass }) => errorClass === 'other')
  return missing('error_text_naming', open, {}, isOfClient)
}

const UNDATED: ReadonlySet<FactRule> = new Set([
  'text_undated',
  'text_undated_names_cause',
  'text_undated_names_quota',
])

const messageOf = ({ values: { message } }: Fact): Readonly<Record<string, FactValue>> =>
  message ? { message } : {}

/** No text names the short-term throttle (docs/kimi.md#error-texts): its own text fits concurrency as well. */
const decidable = (open: readonly CauseVerdict[]) => open.filter(({ cause }) => cause !== 'request_rate')

/** Where the refusals are not dated, all verdicts rest on a premise. */
const refusalTimes = (open: readonly CauseVerdict[], { block }: Around): MissingEvidence =>
  missing('refusal_times', block.refusals.length > 0 ? [] : decidable(open))

const WINDOW_OF = { quota_5h: '5h', quota_7d: '7d', quota_month: 'month' } as const

/** One entry for each quota: a reading, or, where there is one, what keeps it from deciding. */
function meters(open: readonly CauseVerdict[], { told, meters: index }: Around): readonly MissingEvidence[] {
  return open.flatMap((each): MissingEvidence[] => {
    const { cause } = each
    if (cause !== 'quota_5h' && cause !== 'quota_7d' && cause !== 'quota_month') return []
    const window = WINDOW_OF[cause]
    const values = { window: { unit: 'window', value: window } } as const
    if (has(each, 'full_meter', 'low_meter', 'no_weekly_limit')) return []
    if (has(each, 'full_meter_disputed')) return [missing('meter_full_beyond_doubt', [each], values)]
    if (has(each, 'low_meter_implicit')) return [missing('meter_explicit', [each], values)]
    const placed = index[window].length > 0
    return [missing(told.has(window) && !placed ? 'meter_reset' : 'meter_reading', [each], values)]
  })
}

function concurrency(open: readonly CauseVerdict[], around: Around): readonly MissingEvidence[] {
  const own = open.filter(({ cause }) => cause === 'concurrency')
  const reached = own.some((each) => has(each, 'starts_reach_cap'))
  const seen = isObserved(around.coverage, around.block.span)
  return [
    missing('cap', around.capKnown ? [] : own),
    missing('history', seen ? [] : own),
    missing('call_lengths', reached ? own : []),
  ]
}

/** Still going on, as far as is known: which reset brings service back will tell. */
const serviceBack = (open: readonly CauseVerdict[], { block }: Around): MissingEvidence =>
  missing(
    'service_back',
    block.refusals.length > 0 && block.backAt === null
      ? open.filter(({ cause }) => cause.startsWith('quota'))
      : [],
  )

const undecidable = (open: readonly CauseVerdict[]): MissingEvidence =>
  missing(
    'nothing_known',
    open.filter(({ cause }) => cause === 'request_rate'),
  )
