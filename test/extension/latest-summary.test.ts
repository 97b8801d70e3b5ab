import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { latestSummary } from '../../extension/worker/latest-summary.ts'
import { overlayFrom } from '../../extension/worker/overlay/overlay-from.ts'
import { overlayOf } from './overlay/overlay-of.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../shared/time/duration.ts'
import { earlier, instant, later, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { evidenceWith, page, row, snapshot, meter } from '../analyse/build.ts'
import { drawObserver } from '../simulator/observe/draw-observer.ts'
import { observe } from '../simulator/observe/observe.ts'
import { truthOf } from '../simulator/truth.ts'
import { drawScenario } from '../simulator/world/draw-scenario.ts'
import { runWorld } from '../simulator/world/run.ts'
import { freshStore } from '../store/fresh-store.ts'
import { zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const BERLIN = zone('Europe/Berlin')
const [local, session] = [fakeArea(), fakeArea()]

async function workerWith(now: Instant, ...parts: readonly Evidence[]): Promise<Worker> {
  const store = freshStore()
  for (const part of parts) await putEvidence(store, 'me', part)
  const clock = { now: () => now, zone: () => BERLIN }
  return { ownId: 'x', ownPages: 'x', store, local, session: fakeArea(), signIns: signInsIn(session), clock }
}

/** Peaceful work on so many days before a moment: three dozen rows a day, and a reading each day. */
function peace(before: Instant, days: number): Evidence {
  const window = 5 * HOUR
  const nextReset = (read: Instant) => earlier(before, Math.floor((before - read) / window) * window)
  const morning = (day: number) => earlier(before, (day + 1) * DAY_OF_HOURS)
  return evidenceWith(
    ...Array.from({ length: days }, (_, day) => {
      const start = morning(day)
      const rows = Array.from({ length: 36 }, (_row, n) => row(writeInstant(later(start, n * MINUTE))))
      return page(rows, later(start, HOUR))
    }),
    {
      snapshots: Array.from({ length: days }, (_, day) =>
        snapshot(writeInstant(morning(day)), [meter('5h', 3, writeInstant(nextReset(morning(day))))]),
      ),
    },
  )
}

function runOf(seed: number): {
  readonly evidence: Evidence
  readonly start: Instant
  readonly end: Instant
} {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  const observer = { ...drawObserver(world, truth), clock: 'utc' as const, foreign: 'none' as const }
  const { evidence } = observe(world, truth, observer)
  return {
    evidence,
    start: instant(Math.min(...world.calls.map((call) => call.start))),
    end: instant(world.scenario.end),
  }
}

async function both(worker: Worker) {
  const glance = overlayFrom(await latestSummary(worker, 'me'), 'en', 'listening')
  const whole = await evidenceOf(worker.store, 'me')
  return { glance, whole: overlayOf(whole, worker.clock.now(), BERLIN, 'en') }
}

describe('a glance says what an analysis of everything says', () => {
  it.each([2, 3, 7])('of run %d after weeks of peace', async (seed) => {
    const { evidence, start, end } = runOf(seed)
    const worker = await workerWith(end, peace(start, 50), evidence)
    const { glance, whole } = await both(worker)
    expect(glance).toEqual(whole)
  })

  it.each([20, 60])('of a run that was followed by %d days of peace', async (days) => {
    const { evidence, start, end } = runOf(3)
    const now = later(end, days * DAY_OF_HOURS)
    const worker = await workerWith(now, peace(start, 20), evidence, peace(now, days))
    const { glance, whole } = await both(worker)
    expect(glance).toEqual(whole)
  })

  it('of peace alone, at the second look from what is recent', async () => {
    const now = runOf(3).end
    const worker = await workerWith(now, peace(now, 50))
    await latestSummary(worker, 'me')
    const second = await latestSummary(worker, 'me')
    expect(second.evidence.records.length).toBeLessThan(15 * 36)
    expect(second.records).toBe((await countsOf(worker.store, 'me')).items.records)
    const { glance, whole } = await both(worker)
    expect(glance).toEqual(whole)
  })

  it('of an empty account, and of none', async () => {
    const worker = await workerWith(runOf(3).end)
    expect((await latestSummary(worker, 'me')).records).toBe(0)
    expect((await latestSummary(worker, null)).overview.meters).toEqual([])
  })
})
