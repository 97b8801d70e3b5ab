import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { writeOpenMetrics } from '../../shared/export/openmetrics.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { seedEvidence } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at, zone } from '../time/given.ts'
import { answersTo, freePort, sumOf } from './ask-promql.ts'

const promtool = (...words: readonly string[]) => spawnSync('promtool', words, { encoding: 'utf8' })
const isThere = promtool('--version').status === 0

let started: ChildProcess | null = null

/** A server over a folder of data; gives its address once it answers. By default it keeps 15 days. */
async function startPrometheus(folder: string, data: string): Promise<string> {
  const host = `127.0.0.1:${await freePort()}`
  const config = join(folder, 'prometheus.yml')
  writeFileSync(config, '')
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${data}`,
    '--storage.tsdb.retention.time=100y',
  ]
  started = spawn('prometheus', [...flags, `--web.listen-address=${host}`], { stdio: 'ignore' })
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://${host}/-/ready`).catch(() => null)
    if (answer?.ok) return `http://${host}`
    await setTimeout(200)
  }
  throw new Error('Prometheus does not start')
}

afterAll(() => {
  started?.kill()
})

it.runIf(isThere)(
  'Prometheus takes the metrics, a second time the same, and answers as docs/engines says',
  async () => {
    const evidence = mergeEvidence(seedEvidence(), telltaleEvidence())
    const report = reportFrom(evidence, {
      now: at('2026-03-09T00:00:00Z'),
      zone: zone('Europe/Berlin'),
      rules: DEFAULT_RULES,
    })
    const text = writeOpenMetrics(report, evidence, 'anton')
    const folder = mkdtempSync(join(tmpdir(), 'quotascope-prometheus-'))
    const [file, data] = [join(folder, 'history.om'), join(folder, 'data')]
    writeFileSync(file, text)
    mkdirSync(join(data, 'wal'), { recursive: true }) // without one the dump complains
    const dumped = [1, 2].map(() => {
      const made = promtool('tsdb', 'create-blocks-from', 'openmetrics', file, data)
      expect(made.status, made.stderr).toBe(0)
      const { stdout, stderr } = promtool('tsdb', 'dump', data)
      expect(stderr).toBe('')
      return stdout.split('\n').filter((line) => line !== '')
    })
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(samples.length).toBeGreaterThan(50)
    expect(dumped.map((lines) => lines.length)).toEqual([samples.length, samples.length])
    expect(dumped[1]).toEqual(dumped[0])

    const of = (name: string) => samples.filter((line) => line.startsWith(`${name}{`))
    const valueOf = (line: string) => Number(line.split(' ').at(-2))
    const address = await startPrometheus(folder, data)
    const end = '2026-03-09T00:00:00Z'
    const blocked = of('quotascope_blocked')
    expect(await sumOf(address, 'sum by (account, cause) (sum_over_time(quotascope_blocked[5w]))', end)).toBe(
      blocked.length,
    )
    expect(await sumOf(address, 'sum (sum_over_time(quotascope_refusals[5w]))', end)).toBe(
      of('quotascope_refusals').reduce((sum, line) => sum + valueOf(line), 0),
    )
    const peaks = of('quotascope_used_percent').filter((line) => line.includes('window="5h"'))
    expect(await sumOf(address, 'max (max_over_time(quotascope_used_percent{window="5h"}[5w]))', end)).toBe(
      Math.max(...peaks.map(valueOf)),
    )
    const first = blocked[0] ?? ''
    const who = await answersTo(address, 'quotascope_blocked == 1', first.split(' ').at(-1) ?? '')
    expect(who.map(({ metric }) => metric['cause'])).toContain(/cause="(\w+)"/.exec(first)?.[1])
    expect(await answersTo(address, 'quotascope_blocked == 1', '2026-02-01T00:00:00Z')).toEqual([])
  },
)
