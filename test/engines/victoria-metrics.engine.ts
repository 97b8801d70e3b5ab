import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeOpenMetrics } from '../../shared/export/openmetrics.ts'
import { seedEvidence } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at, zone } from '../time/given.ts'
import { answersTo, freePort, read, sumOf } from './ask-promql.ts'

const isThere = spawnSync('victoria-metrics', ['--version']).status === 0

let started: ChildProcess | null = null

/** A server with the flags that docs/engines names; gives its address once it answers. */
async function startVictoriaMetrics(): Promise<string> {
  const host = `127.0.0.1:${await freePort()}`
  const data = mkdtempSync(join(tmpdir(), 'quotascope-victoria-'))
  const flags = ['-retentionPeriod=100y', '-dedup.minScrapeInterval=1ms']
  started = spawn('victoria-metrics', [`-httpListenAddr=${host}`, `-storageDataPath=${data}`, ...flags], {
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://${host}/health`).catch(() => null)
    if (answer?.ok) return `http://${host}`
    await setTimeout(200)
  }
  throw new Error('VictoriaMetrics does not start')
}

afterAll(() => {
  started?.kill()
})

const exportedSchema = z.object({
  metric: z.record(z.string(), z.string()),
  values: z.array(z.number()),
  timestamps: z.array(z.number()),
})
/** Every sample that it holds, as `name{labels} value second`. */
async function samplesIn(address: string): Promise<readonly string[]> {
  await read(address, '/internal/force_flush', {})
  const text = await read(address, '/api/v1/export', { 'match[]': '{__name__=~"quotascope_.*"}' })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { metric, values, timestamps } = exportedSchema.parse(JSON.parse(line))
      const { __name__: name, ...labels } = metric
      const shown = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
      return values.map(
        (value, index) =>
          `${name}{${shown.toSorted().join(',')}} ${value} ${(timestamps[index] ?? Number.NaN) / 1000}`,
      )
    })
    .toSorted()
}

/** The same of a text of ours. */
const samplesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = /^(\w+)\{(.*)\} (\S+ \S+)$/.exec(line) ?? []
      return `${name}{${labels.split(',').toSorted().join(',')}} ${value}`
    })
    .toSorted()

describe.runIf(isThere)('VictoriaMetrics', { timeout: 60_000 }, () => {
  it('takes the metrics, a second time the same samples, and answers the questions of docs/engines', async () => {
    const evidence = mergeEvidence(seedEvidence(), telltaleEvidence())
    const now = at('2026-03-09T00:00:00Z')
    const report = reportFrom(evidence, { now, zone: zone('Europe/Berlin'), rules: DEFAULT_RULES })
    const text = writeOpenMetrics(report, evidence, 'anton')
    const expected = samplesOf(text)
    expect(expected.length).toBeGreaterThan(50)
    const address = await startVictoriaMetrics()
    for (const time of [1, 2]) {
      const answer = await fetch(`${address}/api/v1/import/prometheus`, { method: 'POST', body: text })
      expect(answer.status).toBe(204)
      expect(await samplesIn(address), `time ${time}`).toEqual(expected)
    }
    const of = (name: string) => {
      const lines = expected.filter((line) => line.startsWith(`${name}{`))
      expect(lines.length, name).toBeGreaterThan(0)
      return lines
    }
    const end = '2026-03-09T00:00:00Z'
    expect(await sumOf(address, 'sum by (account, cause) (sum_over_time(quotascope_blocked[5w]))', end)).toBe(
      of('quotascope_blocked').length,
    )
    expect(await sumOf(address, 'sum (sum_over_time(quotascope_refusals[5w]))', end)).toBe(
      of('quotascope_refusals').reduce((sum, line) => sum + Number(line.split(' ').at(-2)), 0),
    )
    const peaks = of('quotascope_used_percent').filter((line) => line.includes('window="5h"'))
    expect(await sumOf(address, 'max (max_over_time(quotascope_used_percent{window="5h"}[5w]))', end)).toBe(
      Math.max(...peaks.map((line) => Number(line.split(' ').at(-2)))),
    )
    const blocked = of('quotascope_blocked')
    for (const line of [blocked[0] ?? '', blocked.at(-1) ?? '']) {
      const [labels = '', , second = ''] = line.split(' ')
      const who = await answersTo(address, 'quotascope_blocked == 1', second)
      expect(who.map(({ metric: { account, cause } }) => ({ account, cause }))).toContainEqual({
        account: 'anton',
        cause: /cause="(\w+)"/.exec(labels)?.[1],
      })
    }
    expect(await answersTo(address, 'quotascope_blocked == 1', '2026-02-01T00:00:00Z')).toEqual([])
  })
})
