import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import type { Report } from '../../shared/analyse/report.ts'
import { isRefused } from '../../shared/analyse/blocks/refusals.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { writeOtlp } from '../../shared/export/otlp/write-otlp.ts'
import { addDays, dayOf, weekdayOf } from '../../shared/time/day.ts'
import { earlier, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at } from '../time/given.ts'
import { drawObserver } from '../simulator/observe/draw-observer.ts'
import { observe } from '../simulator/observe/observe.ts'
import { randomFrom, type Random } from '../simulator/random.ts'
import { truthOf } from '../simulator/truth.ts'
import { drawTeam } from '../simulator/team/draw-team.ts'
import type { World } from '../simulator/world/run.ts'
import { openClickHouse, openDuckDb, type Engine, type EngineRow } from './open-engines.ts'

interface Member {
  readonly account: string
  readonly evidence: Evidence
  readonly report: Report
  readonly lines: readonly string[]
}

/** A simulated account, as it stands, and the lines that it sent when it knew half of it and then all. */
function member(world: World, index: number): Member {
  const truth = truthOf(world)
  const observer = {
    ...drawObserver(world, truth),
    clock: 'utc',
    metersEvery: 1_800_000,
    metersDated: true,
    refusedRows: 'all',
    requestIds: true,
  } as const
  const { evidence, now } = observe(world, truth, observer)
  const account = `account ${index}`
  const sent = (some: Evidence, when: Instant) => {
    const report = reportFrom(some, { now: when, zone: UTC, rules: DEFAULT_RULES })
    const sender = { version: '0.2.0', instance: `machine ${index}`, account }
    return { report, lines: [...writeOtlp(report, some, sender, false)] }
  }
  const half = { ...evidence, records: evidence.records.filter((_, place) => place % 2 === 0) }
  const before = sent(half, earlier(now, 60_000))
  const after = sent(evidence, now)
  return { account, evidence, report: after.report, lines: [...before.lines, ...after.lines] }
}

const shuffled = (lines: readonly string[], random: Random): readonly string[] =>
  lines
    .map((line) => ({ line, place: random.between(0, 1) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ line }) => line)

/** Every line none to three times in any order, then those that were not sent at all. */
function asSent(lines: readonly string[], random: Random): readonly string[] {
  const times = lines.map(() => random.whole(0, 3))
  const first = lines.flatMap((line, index) => Array.from({ length: times[index] ?? 0 }, () => line))
  return [
    ...shuffled(first, random),
    ...shuffled(
      lines.filter((_, index) => times[index] === 0),
      random,
    ),
  ]
}

const TEAM = drawTeam(4, 7).members.map(member)

/** What the Reports say, in the words of the views. */
const weekOf = (when: Instant): string => {
  const day = dayOf(when, UTC)
  return addDays(day, -weekdayOf(day))
}

function blockedMinutes(): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>()
  for (const { account, report } of TEAM)
    for (const { block, parts } of report.incidents)
      for (const { span, leading } of parts) {
        if (!span || block.within) continue
        const key = `${account} ${weekOf(span.from)} ${leading}`
        minutes.set(key, (minutes.get(key) ?? 0) + (span.to - span.from) / 60_000)
      }
  return minutes
}

const text = (value: unknown): string => String(value)
/** `2026-03-02 15:18:57.248` of either engine, in the same words. */
const time = (value: unknown): string => writeInstant(at(`${text(value).replace(' ', 'T')}Z`))
const sorted = (lines: readonly string[]) => lines.toSorted((a, b) => (a < b ? -1 : 1))

async function expectSameTotals(engine: Engine): Promise<void> {
  const view = (name: string): Promise<readonly EngineRow[]> =>
    engine.read(`SELECT * FROM quotascope_${name}`)
  const minutes = await view('blocked_minutes')
  const expected = blockedMinutes()
  expect(expected.size).toBeGreaterThan(2)
  expect(
    new Set(
      minutes.map(({ account, week, cause }) => `${text(account)} ${text(week).slice(0, 10)} ${text(cause)}`),
    ),
  ).toEqual(new Set(expected.keys()))
  for (const { account, week, cause, minutes: some } of minutes)
    expect(Number(some)).toBeCloseTo(
      expected.get(`${text(account)} ${text(week).slice(0, 10)} ${text(cause)}`) ?? -1,
      6,
    )

  const perMinute = await view('refusals_per_minute')
  const rows = TEAM.flatMap(({ evidence }) => evidence.records.filter(isRefused))
  expect(rows.length).toBeGreaterThan(10)
  expect(perMinute.reduce((sum, { failed_rows: some }) => sum + Number(some), 0)).toBe(rows.length)

  expect(
    sorted(
      (await view('window_peaks')).map((row) =>
        [row['account'], row['window'], time(row['from']), Number(row['peak_used_percent'])].join(' '),
      ),
    ),
  ).toEqual(
    sorted(
      TEAM.flatMap(({ account, report }) =>
        report.windows
          .filter(({ peakUsedPercent }) => peakUsedPercent !== null)
          .map(({ window, span, peakUsedPercent }) =>
            [account, window, writeInstant(span.from), peakUsedPercent].join(' '),
          ),
      ),
    ),
  )
  expect(
    sorted(
      (await view('who_was_refused')).map((row) =>
        [
          row['account'],
          time(row['from']),
          time(row['until']),
          row['grade'],
          row['cause'],
          row['platform'],
        ].join(' '),
      ),
    ),
  ).toEqual(
    sorted(
      TEAM.flatMap(({ account, report }) =>
        report.incidents.map(({ block: { span, grade }, leading, verdicts }) =>
          [
            account,
            span && writeInstant(span.from),
            span && writeInstant(span.to),
            grade,
            leading,
            verdicts.find(({ cause }) => cause === 'platform')?.verdict,
          ].join(' '),
        ),
      ),
    ),
  )
  expect(
    sorted(
      (await view('coverage_gaps')).map((row) =>
        [row['account'], time(row['from']), time(row['to'])].join(' '),
      ),
    ),
  ).toEqual(
    sorted(
      TEAM.flatMap(({ account, report }) =>
        report.coverage.holes.map(({ from, to }) =>
          [account, writeInstant(from), writeInstant(to)].join(' '),
        ),
      ),
    ),
  )
}

/** Nothing that tells who somebody is comes out of an engine. */
async function expectNoSecret(engine: Engine, file: string): Promise<void> {
  const evidence = telltaleEvidence()
  const report = reportFrom(evidence, { now: at('2026-12-01T00:00:00Z'), zone: UTC, rules: DEFAULT_RULES })
  const sender = { version: '0.2.0', instance: 'machine', account: 'last' }
  writeFileSync(file, [...writeOtlp(report, evidence, sender, false)].join(''))
  await engine.load(file)
  const rows = await engine.read("SELECT * FROM quotascope_log WHERE account = 'last'")
  expect(rows.length).toBeGreaterThan(10)
  expect(JSON.stringify(rows)).not.toMatch(/planted|bef2fd2b|anna|安娜|example\.org/i)
}

describe('every batch none to three times in any order, in the end at least once, gives the totals of the Reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-engines-'))
  it.each([
    ['DuckDB', openDuckDb],
    ['ClickHouse', () => openClickHouse(join(folder, 'clickhouse'))],
  ])('in %s', async (name, open) => {
    const engine = await open()
    for (const round of [1, 2, 3]) {
      const lines = asSent(
        TEAM.flatMap((each) => each.lines),
        randomFrom(round, 'sent'),
      )
      const file = join(folder, `${name}-${round}.jsonl`)
      writeFileSync(file, lines.join(''))
      await engine.load(file)
      await expectSameTotals(engine)
    }
    await expectNoSecret(engine, join(folder, `${name}-planted.jsonl`))
  })
})
