import type { ListedError } from '../analyse/views/error-list.ts'
import type { ListedTime } from '../analyse/views/listed-time.ts'
import type { ListedReading } from '../analyse/views/reading-list.ts'
import { productOf } from '../evidence/kinds/error-observation.ts'
import { isExample } from '../evidence/example.ts'
import { localResetSpan } from '../evidence/local-reset.ts'
import type { Meter, ResetReading } from '../evidence/kinds/quota-snapshot.ts'
import { MINUTE, SECOND } from '../time/duration.ts'
import { writeInstant } from '../time/instant.ts'
import { writeWallTime, type WallTime } from '../time/wall.ts'
import type { ErrorJson, ReadingJson } from './report-schema.ts'

/** An error text as the report lists it. */
export function errorJson({ error, time, assumed, names, count }: ListedError): ErrorJson {
  const { id, status, type, errorClass, message } = error
  return {
    id,
    ...timeJson(time),
    ...(assumed && { assumed }),
    example: isExample(error),
    status,
    type,
    class: errorClass,
    names: [...names],
    product: productOf(error),
    count,
    text: message,
  }
}

/** A reading as the report lists it, with all its meters. */
export function readingJson({ snapshot, time }: ListedReading): ReadingJson {
  const { id, source, plan, cap, meters, wallet } = snapshot
  return {
    id,
    ...timeJson(time),
    example: isExample(snapshot),
    source,
    plan,
    cap,
    meters: meters.map(meterJson),
    ...(wallet && { wallet: { ...wallet } }),
  }
}

function timeJson({ span, local }: ListedTime) {
  return {
    from: span && writeInstant(span.from),
    to: span && writeInstant(span.to),
    ...(local && { fromLocal: localText(local.wall) }),
  }
}

/** `2026-03-02T16:18:57` */
export const localText = (wall: WallTime): string => writeWallTime(wall).replace(' ', 'T')

/** A meter as the report lists it. */
export const meterJson = ({ window, pool, usedPercent, reset }: Meter): ReadingJson['meters'][number] => ({
  window,
  pool: pool === null ? null : POOL[pool],
  usedPercent,
  ...resetJson(reset),
})

/** The month's total is what Kimi and Kimi Code share. */
const POOL = { total: 'kimi', code: 'kimi_code' } as const

function resetJson(
  reset: ResetReading | null,
): Pick<ReadingJson['meters'][number], 'resetsAt' | 'resetsIn' | 'resetsLocal'> {
  if (reset === null) return { resetsAt: null }
  if (reset.kind === 'at') return { resetsAt: writeInstant(reset.at) }
  if (reset.kind === 'local') {
    const span = reset.length <= MINUTE ? localResetSpan(reset) : null
    return { resetsAt: span && writeInstant(span.from), resetsLocal: reset.text }
  }
  return { resetsAt: null, resetsIn: { min: reset.min / SECOND, max: reset.max / SECOND } }
}
