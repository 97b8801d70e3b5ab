import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { runCommand } from '../../shared/cli/run-command.ts'
import { serviceState } from '../../shared/cli/wait/service-state.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { instant } from '../../shared/time/instant.ts'
import { drawObserver } from '../simulator/observe/draw-observer.ts'
import { observe } from '../simulator/observe/observe.ts'
import { truthOf, type TrueBlock, type Truth } from '../simulator/truth.ts'
import { drawScenario } from '../simulator/world/draw-scenario.ts'
import { runWorld, type World } from '../simulator/world/run.ts'
import { termsAt, windowSpan } from '../simulator/world/terms.ts'
import { worldOf } from './world-of.ts'

const REFUSED =
  '2026-03-08T23:00:00.000Z INFO  llm request  turnStep=0.1\n' +
  '2026-03-08T23:00:01.000Z WARN  llm request failed  turnStep=0.1 errorName=APIStatusError errorMessage="403 You\'ve reached your 5-hour usage limit." statusCode=403\n'
const ANSWERED =
  '2026-03-08T23:50:00.000Z INFO  llm request  turnStep=1.1\n' +
  '2026-03-08T23:50:02.000Z INFO  llm response  turnStep=1.1 ttftMs=812 streamDurationMs=540 outputTokens=304\n'

function logWith(text: string): string {
  const log = join(mkdtempSync(join(tmpdir(), 'quotascope-wait-')), 'kimi-code.log')
  writeFileSync(log, text)
  return log
}

describe('wait', () => {
  it.each([
    ['a refusal', REFUSED, 75, 'service is refused (5-hour quota)'],
    [
      'a refusal and an answer after it',
      REFUSED + ANSWERED,
      0,
      'a request went through after the last refusal',
    ],
    ['an answer only', ANSWERED, 0, 'service is not refused'],
    ['nothing that is known', 'hello\n', 1, 'nothing is known'],
  ])('%s: exit %#', async (_, text, status, said) => {
    const { world, run } = worldOf()
    expect(await runCommand(['wait', logWith(text), '--timeout', '0'], world)).toBe(status)
    expect(run.stdout + run.stderr).toContain(said)
  })

  it('goes on as soon as the log shows that a request went through', async () => {
    const log = logWith(REFUSED)
    const { world, run } = worldOf()
    const waiting = runCommand(['wait', log, '--every', '0.1s'], world)
    setTimeout(() => appendFileSync(log, ANSWERED), 250)
    expect(await waiting).toBe(0)
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })
})

/** Limits that hold from edge to edge: nothing goes through meanwhile. */
const HOLDS: ReadonlySet<string> = new Set(['quota_5h', 'quota_7d', 'quota_month'])
const EVERY = 5 * MINUTE

/** What `wait` would say at this moment, with the log of one machine, and the meters read every five minutes where they are. */
function stateAt(world: World, truth: Truth, time: number, withMeters: boolean) {
  const observer = {
    ...drawObserver(world, truth),
    until: time,
    errors: 'log',
    callsLogged: true,
    marked: false,
    clock: 'wall_zone_known',
    metersEvery: withMeters ? EVERY : null,
    metersDated: true,
    readerAhead: 0,
    logAhead: 0,
    foreign: 'none', // a machine's own logs and key are of one account
  } as const
  const { evidence, zone } = observe(world, truth, observer)
  const analysis = analyse(evidence, { now: instant(time), zone, rules: DEFAULT_RULES })
  const refusals = evidence.errors.flatMap(({ when }) => (when.kind === 'span' ? [when.span.from] : []))
  return { state: serviceState(analysis), refusals }
}

const blocksOf = (seed: number) => {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  const blocks = truth.blocks.filter(({ cause }) => HOLDS.has(cause))
  return { world, truth, blocks }
}

const momentsIn = ({ from, until, lastRefusal }: TrueBlock): readonly number[] =>
  [lastRefusal + 1, (lastRefusal + until) / 2, until - 1].filter((time) => time >= from && time < until)

it('over the simulator it never says go while a quota refuses, with and without meters', () => {
  let looked = 0
  const wrong: string[] = []
  for (let seed = 1; seed <= 60; seed += 1) {
    const { world, truth, blocks } = blocksOf(seed)
    for (const block of blocks)
      for (const time of momentsIn(block))
        for (const withMeters of [true, false]) {
          const { state, refusals } = stateAt(world, truth, time, withMeters)
          // another machine's refusals are in another log
          if (!withMeters && !refusals.some((at) => at >= block.from - 1000)) continue
          looked += 1
          if (state.kind === 'back') wrong.push(`${seed} ${block.cause} ${state.why} ${withMeters}`)
        }
  }
  console.log(`${looked} moments`)
  expect(wrong).toEqual([])
  expect(looked).toBeGreaterThan(50)
})

it('with meters it says go one reading after the window was reset', () => {
  let looked = 0
  const late: string[] = []
  for (let seed = 1; seed <= 60; seed += 1) {
    const { world, truth, blocks } = blocksOf(seed)
    for (const { cause, until } of blocks) {
      const time = until + 2 * EVERY
      // Extra usage and goodwill end a block too; only a request shows that.
      if (cause === 'quota_month' || !isEdge(world, until) || isRefusedAt(truth, time)) continue
      looked += 1
      const { state } = stateAt(world, truth, time, true)
      if (state.kind !== 'back') late.push(`${seed} ${cause} ${state.cause}`)
    }
  }
  console.log(`${looked} resets, ${late.length} later than one reading: ${late.join(', ')}`)
  expect(late).toEqual([])
  expect(looked).toBeGreaterThan(10)
})

/** Whether a window of five hours or of a week ends there; a month's meter does not say when it began. */
const isEdge = ({ scenario }: World, time: number): boolean =>
  termsAt(scenario.terms, time - 1)
    .windows.filter(({ kind }) => kind !== 'month')
    .some((window) => windowSpan(window, time - 1).to === time)

const isRefusedAt = ({ blocks }: Truth, time: number): boolean =>
  blocks.some(({ from, until }) => from <= time && time <= until)
