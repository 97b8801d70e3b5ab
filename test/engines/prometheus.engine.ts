import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { writeOpenMetrics } from '../../shared/export/openmetrics.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { seedEvidence } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at, zone } from '../time/given.ts'

const promtool = (...words: readonly string[]) => spawnSync('promtool', words, { encoding: 'utf8' })
const isThere = promtool('--version').status === 0

it.runIf(isThere)('Prometheus takes the metrics, and a second time the same samples', () => {
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
})
