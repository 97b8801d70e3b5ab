import { CAUSES } from '../../../shared/analyse/report.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { instant, readInstant } from '../../../shared/time/instant.ts'
import { readZone, UNKNOWN_ZONE, UTC, type KnownZone } from '../../../shared/time/zone.ts'
import { randomFrom, type Random } from '../random.ts'
import { drawWork } from '../work/draw-sessions.ts'
import { drawTerms } from './draw-terms.ts'
import { drawOverdraft, drawPlanChange, drawThrottle, drawTroubles, drawWallet } from './draw-upset.ts'
import type { Aim, HeavyUse, Scenario } from './scenario.ts'
import { wordingsOf } from './wording.ts'

/** The aims take turns by seed, so that any stretch of seeds holds all of them. One run in eight is plain work. */
const AIMS: readonly Aim[] = [...CAUSES, 'none']

export const aimOf = (seed: number): Aim => AIMS[seed % AIMS.length] ?? 'none'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const

const known = (name: string): KnownZone => {
  const zone = readZone(name)
  return zone === null || zone === UNKNOWN_ZONE ? UTC : zone
}

const date = (text: string): number => readInstant(text) ?? instant(0)

/** Days on which clocks change in Europe and America (2026). */
const CLOCK_CHANGES = [
  '2026-03-08T09:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T07:00:00Z',
] as const
const NEW_WORDS = date('2026-08-20T00:00:00Z')

/** All that is decided of the run with that number. */
export function drawScenario(seed: number): Scenario {
  const random = randomFrom(seed, 'scenario')
  const aim = aimOf(seed)
  const focus = Math.floor(drawFocus(random))
  const roughTerms = drawTerms(aim, focus - 40 * HOUR, focus, random)
  const overdraft = drawOverdraft(aim, roughTerms.terms[0], random)
  const first = overdraft?.terms ?? roughTerms.terms[0]
  const { clients, sessions } = drawWork(aim, first.cap, focus, random)
  const begin = Math.floor(Math.min(...sessions.map(({ from }) => from))) - MINUTE
  const end = Math.floor(Math.max(...sessions.map(({ to }) => to)) + random.between(MINUTE, HOUR))
  const era = focus >= NEW_WORDS ? 'new' : 'old'
  return {
    seed,
    aim,
    era,
    wordings: wordingsOf(era, random),
    terms: drawPlanChange([{ ...first, from: begin }], focus, random),
    begin,
    end,
    focus,
    zone: known(random.pick(ZONES)),
    troubles: drawTroubles(aim, focus, random),
    throttle: drawThrottle(aim, random),
    heavyUse: heavyUseUntil(focus, roughTerms.room, random),
    wallet: overdraft?.wallet ?? drawWallet(aim, focus, random),
    clients,
    sessions,
  }
}

function drawFocus(random: Random): number {
  if (random.chance(0.06)) return date(random.pick(CLOCK_CHANGES)) + random.between(-4 * HOUR, 4 * HOUR)
  return random.between(date('2026-02-01T00:00:00Z'), date('2026-11-20T00:00:00Z'))
}

/** Uses the room up but for a rest that the visible calls take. */
function heavyUseUntil(focus: number, room: number | null, random: Random): HeavyUse | null {
  if (room === null) return null
  const length = random.skewed(5 * MINUTE, 90 * MINUTE)
  return { from: focus - length, to: focus, size: room * random.between(0.9, 0.999) }
}
