import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { instant, readInstant, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { SEED_NOW, seedScenario } from './seed-scenario.ts'
import type { ReplicaRow, Scenario } from './scenario.ts'

/** Stretches of work before the seed's incident, UTC. Between them the console was looked at and nothing happened. */
const WORK = [
  ['2026-03-01T18:05:00Z', '2026-03-01T19:40:00Z'],
  ['2026-03-02T07:20:00Z', '2026-03-02T09:05:00Z'],
  ['2026-03-02T09:30:00Z', '2026-03-02T10:40:00Z'],
  ['2026-03-02T12:10:00Z', '2026-03-02T14:16:00Z'],
] as const

/** When its console was open: often enough that pages join, but for the night. */
export const DAY_VISITS = [
  '2026-03-01T18:50:00Z',
  '2026-03-01T19:45:00Z',
  '2026-03-02T08:15:00Z',
  '2026-03-02T09:20:00Z',
  '2026-03-02T10:45:00Z',
  '2026-03-02T12:55:00Z',
  '2026-03-02T14:10:00Z',
  '2026-03-02T15:12:00Z',
  SEED_NOW,
] as const

/** The seed's incident at the end of a day of work: what its console shows at a moment of that day. */
export function dayScenario(moment: string, look: Partial<Scenario> = {}): Scenario {
  const seed = seedScenario()
  const rows = [...workRows(), ...seed.rows]
    .filter(({ requestTime }) => requestTime <= moment)
    .toSorted((a, b) => (a.requestTime < b.requestTime ? 1 : -1))
  return { ...seed, now: moment, rows, ...look }
}

/** A call every 40 to 100 seconds, always at the same ones. */
function workRows(): readonly ReplicaRow[] {
  const rows: ReplicaRow[] = []
  for (const [from, to] of WORK) {
    const end = timeOf(to)
    for (let at = timeOf(from); at < end; at = instant(at + MINUTE + step(rows.length) * SECOND))
      rows.push({
        requestId: `00000000-0000-4000-9000-${String(rows.length).padStart(12, '0')}`,
        requestTime: writeInstant(at),
        userAgent: 'KimiCLI/1.16.0',
        success: true,
        httpStatusCode: 200,
        apiKeyName: null,
      })
  }
  return rows
}

const step = (n: number) => ((n * 37) % 61) - 20

function timeOf(text: string): Instant {
  const at = readInstant(text)
  if (at === null) throw new Error(`not a time: ${text}`)
  return at
}
