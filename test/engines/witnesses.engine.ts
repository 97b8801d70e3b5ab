import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareAccounts, type WitnessedIncident } from '../../shared/analyse/witnesses/compare-accounts.ts'
import { writeOtlp } from '../../shared/export/otlp/write-otlp.ts'
import { drawTeam } from '../simulator/team/draw-team.ts'
import { membersOf } from '../simulator/team/score-team.ts'
import { openClickHouse, openDuckDb, type Engine } from './open-engines.ts'

interface SentTeam {
  readonly said: readonly WitnessedIncident[]
  readonly lines: readonly string[]
}

/** A team as `report --together` judges it, and the lines that its members send. */
function sentTeam(number: number, size: number): SentTeam {
  const witnesses = membersOf(drawTeam(number, size)).map(({ witness }) => witness)
  return {
    said: compareAccounts(witnesses),
    lines: witnesses.flatMap(({ account, evidence, report }) => [
      ...writeOtlp(report, evidence, { version: '0.2.0', instance: account, account }, false),
    ]),
  }
}

const TEAMS = ([3, 10] as const).flatMap((size) =>
  Array.from({ length: 6 }, (_, index) => ({ number: 600 + 10 * size + index, size })),
)

describe('engines give the same answer over several accounts as the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-witnesses-'))
  let teams: readonly SentTeam[] = []
  beforeAll(() => {
    teams = TEAMS.map(({ number, size }) => sentTeam(number, size))
    const said = teams.flatMap((team) => team.said)
    expect(new Set(said.map(({ platform }) => platform)).size).toBe(3)
    expect(said.some(({ served }) => served.length > 0)).toBe(true)
    expect(said.some(({ servedOnOtherPlan }) => servedOnOtherPlan.length > 0)).toBe(true)
  }, 120_000)

  it.each([
    ['DuckDB', openDuckDb],
    ['ClickHouse', () => openClickHouse(join(folder, 'clickhouse'))],
  ])('%s', async (name, open) => {
    const engine = await open()
    for (const [index, { said, lines }] of teams.entries()) {
      const file = join(folder, `${name}-${index}.jsonl`)
      writeFileSync(file, lines.join(''))
      await engine.run('TRUNCATE TABLE quotascope_log')
      await engine.load(file)
      expect(await answered(engine)).toEqual(
        said.map(({ account, incident, span, refused, served, platform }) =>
          [account, incident, span.from, refused.length, served.length, platform].join(' '),
        ),
      )
    }
  })
})

const NAMES = ['account', 'incident', 'ms', 'refused', 'served', 'platform'] as const

async function answered(engine: Engine): Promise<readonly string[]> {
  const since = engine.name === 'DuckDB' ? 'epoch_ms("from")' : 'toUnixTimestamp64Milli("from")'
  const rows = await engine.read(`SELECT *, ${since} AS ms FROM quotascope_together`)
  return rows.map((row) => NAMES.map((name) => String(row[name])).join(' '))
}
