import { whenOfLocal } from '../../evidence/local-time.ts'
import type { When } from '../../evidence/when.ts'
import { SECOND } from '../../time/duration.ts'
import { instant, later, readInstant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { readWallTime } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import { isPlausible } from '../plausible-time.ts'
import { detachedCopy } from './detached-copy.ts'

/** The time of an entry. */
export interface LogTime {
  readonly when: When
  /** Milliseconds on the log's own clock: enough to tell how far two entries are apart. */
  readonly at: number
  /** The time as it goes into an id: zone-less times by what the clock showed, so that naming a zone changes no id. */
  readonly key: string
}

/** A time in UTC, in milliseconds; null when no log can have been written then. */
function timeOfEpoch(ms: number): LogTime | null {
  if (!isPlausible(ms)) return null
  const at = instant(ms)
  return { when: { kind: 'span', span: span(at, later(at, 1)) }, at, key: `utc${at}` }
}

/** A number that is an epoch time in milliseconds, as kimi-code writes it. */
export const timeOfMillis = (value: unknown): LogTime | null =>
  typeof value === 'number' ? timeOfEpoch(value) : null

/**
 * A number that is an epoch time in seconds, as Python writes it: 1775104348.646 is no binary number, so it is taken to
 * the microsecond before it is cut to the millisecond.
 */
export const timeOfSeconds = (value: unknown): LogTime | null =>
  typeof value === 'number' ? timeOfEpoch(Math.floor(Math.round(value * 1e6) / 1e3)) : null

/** `2026-06-15T05:32:02.101Z`, `2026-06-15 05:32:02.101 +0200`. */
export function timeOfIso(text: string): LogTime | null {
  const at = readInstant(text.replace(' ', 'T').replace(/ (?=[+-])/, ''))
  return at === null ? null : timeOfEpoch(at)
}

/**
 * `2026-05-02 16:19:03.412`, local and without a zone (docs/kimi.md#logs-of-kimi-cli). Null for a day or an hour that
 * there is not.
 */
export function timeOfWall(text: string, zone: Zone): LogTime | null {
  const wall = readWallTime(text)
  if (wall === null || !isPlausible(wall)) return null
  const length = /[.,]\d{3}/.test(text) ? 1 : SECOND
  return { when: whenOfLocal(detachedCopy(text), wall, length, zone), at: wall, key: `wall${wall}` }
}
