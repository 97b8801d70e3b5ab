import { sentenceFor, wordOrText } from '../../evidence/sentences/sentence-for.ts'
import type { CallCost } from '../../evidence/kinds/call-cost.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reject } from '../../evidence/kinds/reject.ts'
import type { Sentence } from '../../evidence/sentences/sentence.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { SECOND } from '../../time/duration.ts'
import { later } from '../../time/instant.ts'
import { span, type Span } from '../../time/span.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import { fieldOf, hasAny } from '../json/json-object.ts'
import { ABSENT, describe } from '../json/leaf.ts'
import { maskText } from '../scrub/mask.ts'
import type { JsonParser } from '../parser.ts'
import { placeIn } from '../place.ts'
import { readBody } from '../json/read-body.ts'
import { rejectOf } from '../reject.ts'
import { readServiceTime } from '../service-time.ts'
import { RATIO_RESOLUTION } from '../usages/ratio-meter.ts'
import { tidyPercent } from '../usages/tidy-percent.ts'
import { balanceActionsSchema, type BalanceAction } from './list-balance-actions.schema.ts'

/** Why a value is a page of what single calls took, or null. */
export function recogniseBalanceActions(value: unknown): Recognition | null {
  const actions = fieldOf(value, 'actions')
  if (!Array.isArray(actions)) return null
  const isOurs = actions.some(
    (action) => hasAny(action, ['timestamp']) && hasAny(action, ['items', 'feature']),
  )
  // A page of none is `{"actions": []}`, which may be anybody's.
  if (!isOurs) return null
  return goesOn(value)
    ? 'what each call took of the pool, and not all of it'
    : 'what each call took of the pool'
}

/** What the token says is dropped before the first write; that there is one is not. */
function goesOn(value: unknown): boolean {
  const token = fieldOf(value, 'nextPageToken')
  return token !== undefined && token !== null && token !== ''
}

/**
 * Reads what single calls took of the month's pool, as shares to the precision of the service and instants to theirs. What
 * tells one action from another is dropped before it is stored, so actions that nothing else tells apart are numbered.
 */
export const parseBalanceActions: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(
    balanceActionsSchema,
    'ListBalanceActions',
    piece,
    context,
  )
  const refused: Reject[] = [...rejects]
  const counts = new Map<string, number>()
  const costs = (body?.actions ?? []).flatMap((action, index): CallCost[] => {
    if (!action || wasUndone(action)) return []
    const path = placeIn(piece, ['actions', index])
    const read = readAction(action)
    if ('reason' in read) {
      const { reason } = read
      refused.push(rejectOf(context, { line: piece.line, path, reason, text: excerptOfValue(action) }))
      return []
    }
    const product = maskText(action.title ?? action.feature ?? 'Kimi')
    const key = `${read.span.from}|${product}|${read.percent}`
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    return [
      {
        id: evidenceId('cost', 'action', read.span.from, product, read.percent, ordinal),
        when: { kind: 'span', span: read.span },
        product,
        percent: read.percent,
        below: false,
        resolution: read.resolution,
        origins: [{ capture: context.capture, at: path }],
      },
    ]
  })
  return { costs, rejects: refused, unknownFields, ...(goesOn(piece.value) && { goesOn: true }) }
}

/** What was not taken in the end is no cost. Which statuses there are was not published. */
const wasUndone = ({ status }: BalanceAction): boolean =>
  status !== null && /FAIL|CANCEL|REFUND|REVERT/i.test(status)

interface ActionRead {
  readonly span: Span
  readonly percent: number
  readonly resolution: number
}

function readAction({ timestamp, items }: BalanceAction): ActionRead | { readonly reason: Sentence } {
  const at = readServiceTime(timestamp)
  if (at === null) return { reason: sentenceFor('noTime', { found: wordOrText(describe(timestamp)) }) }
  const ratios = (items ?? []).flatMap((item) => (item ? [item.amountRatio] : []))
  const wrong = ratios.find(({ problem }) => problem !== null && problem !== ABSENT)
  // An item without its share took none of the pool: zero is left out, and extra usage is paid with money.
  const shares = ratios.map(({ value }) => value ?? 0)
  const share = shares.reduce((sum, each) => sum + each, 0)
  const percent = tidyPercent(share * 100)
  if (wrong) return { reason: sentenceFor('wrongValue', { expected: wordOrText('number') }) }
  if (shares.some((each) => each < 0) || percent > 100)
    return { reason: sentenceFor('shareTooLarge', { share: String(percent) }) }
  return {
    span: span(at, later(at, precisionOf(timestamp))),
    percent,
    resolution: Math.min(RATIO_RESOLUTION, ...shares.map(resolutionOf)),
  }
}

/** Fractions are kept to the millisecond. */
const precisionOf = (timestamp: unknown): number =>
  typeof timestamp === 'string' && !/\d\.\d/.test(timestamp) ? SECOND : 1

const resolutionOf = (share: number): number => {
  const decimals = /\.(\d+)$/.exec(String(share))?.[1]?.length ?? 0
  return tidyPercent(100 * 10 ** -decimals)
}
