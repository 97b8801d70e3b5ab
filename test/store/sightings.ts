import fc from 'fast-check'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { UNDATED, type When } from '../../shared/evidence/when.ts'
import { HOUR, SECOND } from '../../shared/time/duration.ts'
import { span } from '../../shared/time/span.ts'
import { wallTime, writeWallTime } from '../../shared/time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../../shared/time/zone.ts'
import { at, zone } from '../time/given.ts'

/**
 * A few requests around midnight UTC, seen again and again, each time differently: with more or less said of them, the
 * time in UTC, under an assumed zone (right or wrong), without a zone, or not at all. What is said is true, so that
 * sightings complete each other and never contradict; only assumed zones may.
 */

const MIDNIGHT = at('2026-03-02T00:00:00Z')
const ASSUMED: readonly Zone[] = [UNKNOWN_ZONE, zone('+14:00'), zone('-12:00'), zone('Europe/Berlin')]

/** The n-th request: two in one second, every eight hours around midnight; every third one is never seen with its id. */
function request(n: number) {
  const second = MIDNIGHT + (Math.floor(n / 2) - 1) * 8 * HOUR
  return {
    second,
    named: n % 3 > 0,
    uuid: `27d801a6-7d0d-433e-bf1b-4d0b88406e${String(10 + n)}`,
    source: { kind: 'login_device', name: null, inferred: false } as const,
    userAgent: n % 4 === 0 ? 'Qoder/1.0' : 'KimiCLI/1.16.0',
    model: 'kimi-for-coding',
    status: n % 5 === 0 ? 429 : 200,
    outcome: n % 5 === 0 ? ('failure' as const) : ('success' as const),
  }
}

const whenOf = (second: number, told: Told): When => {
  if (told === 'undated') return UNDATED
  if (told === 'utc') return { kind: 'span', span: span(second, second + SECOND) }
  const wall = wallTime(second + 3 * HOUR)
  return whenOfLocal(writeWallTime(wall), wall, SECOND, told.under)
}

type Told = 'utc' | 'undated' | { readonly under: Zone }
const told: fc.Arbitrary<Told> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('utc' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...ASSUMED).map((under) => ({ under })) },
  { weight: 1, arbitrary: fc.constant('undated' as const) },
)

const sighting = fc
  .record({
    n: fc.nat(5),
    told,
    page: fc.nat(4),
    saysModel: fc.boolean(),
    saysStatus: fc.boolean(),
    saysId: fc.boolean(),
    ordinal: fc.nat(1),
  })
  .map((seen): UsageRecord => {
    const { second, named, uuid, source, userAgent, model, status, outcome } = request(seen.n)
    const row = {
      requestId: named && seen.saysId ? uuid : null,
      when: whenOf(second, seen.told),
      source,
      userAgent,
    }
    return {
      id: recordId(row, seen.ordinal),
      ...row,
      callType: null,
      model: seen.saysModel ? model : null,
      status: seen.saysStatus ? status : null,
      outcome: seen.saysStatus ? outcome : 'unknown',
      statusText: null,
      origins: [{ capture: evidenceId('capture', seen.page), at: `line ${seen.n}` }],
    }
  })

/** Parts of evidence as they might come in one after another. */
export const sightedParts: fc.Arbitrary<Evidence[]> = fc.array(
  fc.array(sighting, { maxLength: 8 }).map((records): Evidence => ({ ...NO_EVIDENCE, records })),
  { minLength: 1, maxLength: 5 },
)
