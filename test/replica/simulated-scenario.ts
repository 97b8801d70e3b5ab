import { instant, writeInstant } from '../../shared/time/instant.ts'
import { quotaBody } from '../simulator/observe/quota-body.ts'
import type { Observer } from '../simulator/observe/observer.ts'
import { drawScenario } from '../simulator/world/draw-scenario.ts'
import type { Call } from '../simulator/world/call.ts'
import { runWorld, type World } from '../simulator/world/run.ts'
import { termsAt } from '../simulator/world/terms.ts'
import { PLAIN, PLANTED, type ReplicaRow, type Scenario } from './scenario.ts'

/** A service that shows all it knows, at once and exactly. */
const CLEAR: Omit<Observer, 'until'> = {
  pages: 'once',
  clock: 'utc',
  capturesDated: true,
  requestIds: true,
  stamp: 'start',
  late: true,
  refusedRows: 'all',
  metersEvery: null,
  metersDated: true,
  style: 'stats',
  walletShown: true,
  codePool: false,
  logsOf: 'first',
  codeShare: 1,
  rounding: 'down',
  lag: 0,
  lagOf: 'use',
  errors: 'none',
  rewrapped: false,
  callsLogged: false,
  marked: false,
  readerAhead: 0,
  logAhead: 0,
  foreign: 'none',
}

/** A run of the simulator, and what its console shows at any moment of it. Times are ms UTC. */
export interface SimulatedConsole {
  readonly world: World
  readonly at: (moment: number, look?: Partial<Scenario>) => Scenario
}

/** The run of that number, seen through the console. */
export function simulatedConsole(seed: number): SimulatedConsole {
  const world = runWorld(drawScenario(seed))
  const newestFirst = world.calls.toSorted((a, b) => b.start - a.start || b.number - a.number)
  return {
    world,
    at: (moment, look = {}) => {
      const terms = termsAt(world.scenario.terms, moment)
      const calls = newestFirst.filter(({ end }) => end <= moment)
      const observer = { ...CLEAR, until: moment }
      return {
        ...PLAIN,
        now: iso(moment),
        rows: calls.slice(0, 100).map(rowOf),
        stats: quotaBody(world, observer, moment),
        usages: { usages: [{ scope: 'FEATURE_CODING', ...countsIn(world, observer, moment) }] },
        plan: { title: terms.plan, subscribedAt: iso(terms.subscribedAt), cap: terms.cap },
        keys: namesOf(calls).map((name) => ({ name, createTime: iso(terms.subscribedAt), enabled: true })),
        devices: devicesOf(calls),
        shares: calls.slice(0, 1_000).map(({ start }) => ({
          at: iso(start),
          product: 'Kimi Code',
          percent: terms.windows.find(({ kind }) => kind === 'month')?.costPerCall ?? 0,
        })),
        ...look,
      }
    },
  }
}

const iso = (at: number) => writeInstant(instant(Math.floor(at / 1000) * 1000))

const rowOf = ({ number, start, caller, refusal }: Call): ReplicaRow => ({
  requestId: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  requestTime: iso(start),
  userAgent: caller.userAgent,
  success: refusal === null,
  httpStatusCode: refusal?.wording.status ?? 200,
  apiKeyName: caller.apiKey,
})

/** The body of GetUsages: the same meters as whole percents. */
function countsIn(world: World, observer: Observer, moment: number): object {
  const body = quotaBody(world, { ...observer, style: 'count' }, moment)
  if (typeof body !== 'object' || body === null) return {}
  return {
    ...('usage' in body ? { detail: body.usage } : {}),
    ...('limits' in body ? { limits: body.limits } : {}),
  }
}

const namesOf = (calls: readonly Call[]) => [...new Set(calls.flatMap(({ caller }) => caller.apiKey ?? []))]

/** A device for every caller that signs in, with its last call. */
function devicesOf(calls: readonly Call[]): Scenario['devices'] {
  const signedIn = calls.filter(({ caller }) => caller.apiKey === null)
  const newest = new Map(signedIn.toReversed().map((call) => [call.caller.device, call]))
  return [...newest].map(([device, { start, caller }]) => ({
    id: `${PLANTED.deviceId}-${device}`,
    name: `machine ${device}`,
    platform: caller.client,
    lastActiveTime: iso(start),
  }))
}
